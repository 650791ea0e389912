/** The job that sends the events of a simulated city to Kafka. */
package io.carriageway.jobs.simulate;
