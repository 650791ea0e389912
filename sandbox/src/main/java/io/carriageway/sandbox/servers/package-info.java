/** Real servers embedded in this process or started beside it: Kafka, MariaDB, S3, ZooKeeper. */
package io.carriageway.sandbox.servers;
