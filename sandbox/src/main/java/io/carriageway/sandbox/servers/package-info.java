/** Starts real servers in this process or beside it: Kafka, MariaDB, S3 and ZooKeeper. */
package io.carriageway.sandbox.servers;
