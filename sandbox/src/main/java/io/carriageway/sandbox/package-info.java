/** Runs all that Carriageway needs in one process: Kafka, MariaDB, S3 and Flink, all real. */
package io.carriageway.sandbox;
