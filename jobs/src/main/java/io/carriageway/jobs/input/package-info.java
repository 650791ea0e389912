/** What a job reads: the events of a topic, how it treats their time, and the roads that it knows. */
package io.carriageway.jobs.input;
