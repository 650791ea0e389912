/** Checks a file of roads without running a job: {@code make roads}. */
package io.carriageway.jobs.roads;
