/** Runs Flink as several processes beside the servers of the sandbox, and submits jobs by {@code flink run}. */
package io.carriageway.sandbox.cluster;
