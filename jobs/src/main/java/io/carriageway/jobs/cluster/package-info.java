/** The commands about jobs on a running cluster: submit with state, stop with a savepoint, replay. */
package io.carriageway.jobs.cluster;
