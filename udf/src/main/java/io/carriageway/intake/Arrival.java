package io.carriageway.intake;

import java.io.Serializable;

/**
 * Where and when a record arrived. Topic, partition and offset name the record for ever; {@code timeMillis} is its
 * Kafka timestamp (milliseconds since the epoch), the clock that lateness and watermarks go by.
 */
public record Arrival(String topic, int partition, long offset, long timeMillis) implements Serializable {}
