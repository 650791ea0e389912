/** Writes the rows and events of a pipeline to Kafka, to tables and to the lake. */
package io.carriageway.jobs.output;
