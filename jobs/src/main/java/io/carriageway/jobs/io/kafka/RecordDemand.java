package io.carriageway.jobs.io.kafka;

/**
 * What the records of an output demand of their topic.
 *
 * @param largestBytes greatest size of a record, including its key and Kafka's overhead
 * @param readByTime whether readers use the record's timestamp, so that the broker must not replace it
 */
public record RecordDemand(int largestBytes, boolean readByTime) {}
