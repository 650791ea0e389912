package io.carriageway.intake;

import java.io.Serializable;

/**
 * Where and when a record arrived. Topic, partition and offset identify it for ever. {@code timeMillis} is its Kafka
 * timestamp (milliseconds since the epoch), the arrival time on which lateness and watermarks are based.
 */
public record RecordOrigin(String topic, int partition, long offset, long timeMillis) implements Serializable {

    /**
     * Arrival time of a record whose Kafka timestamp is missing, or not within 1970 to 9999. Tables can store its
     * minute. It is before every other time, so it moves no clock.
     */
    public static final long UNKNOWN_MILLIS = 0;

    /** The origin with the record's Kafka timestamp, or {@link #UNKNOWN_MILLIS} if tables and files cannot store it. */
    public static RecordOrigin at(String topic, int partition, long offset, long timestampMillis) {
        boolean isTime = timestampMillis > UNKNOWN_MILLIS && timestampMillis <= FieldRules.LATEST.toEpochMilli();
        return new RecordOrigin(topic, partition, offset, isTime ? timestampMillis : UNKNOWN_MILLIS);
    }

    /** Whether the arrival time is not known, so that intake refuses the record. */
    boolean isUnknown() {
        return timeMillis == UNKNOWN_MILLIS;
    }
}
