/** The inputs of a job: the events of a topic, the settings of event time, and the roads. */
package io.carriageway.jobs.input;
