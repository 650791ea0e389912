/** Everything Carriageway needs, in one JVM: a real Kafka broker, MariaDB, an S3 server and a Flink cluster. */
package io.carriageway.sandbox;
