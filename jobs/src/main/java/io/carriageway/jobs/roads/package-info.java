/** {@code make roads}: checks a file of roads without a job. */
package io.carriageway.jobs.roads;
