/** Kafka sources, which keep the arrival time of each record, and sinks of events. */
package io.carriageway.jobs.io.kafka;
