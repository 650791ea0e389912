/** Reads the input of a job: the events of a topic with their watermarks, and the roads. */
package io.carriageway.jobs.input;
