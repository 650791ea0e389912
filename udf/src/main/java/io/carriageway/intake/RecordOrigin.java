package io.carriageway.intake;

import java.io.Serializable;

/**
 * Where and when a record arrived. Topic, partition and offset name the record for ever; {@code timeMillis} is its
 * Kafka timestamp (milliseconds since the epoch), the clock that lateness and watermarks go by.
 */
public record RecordOrigin(String topic, int partition, long offset, long timeMillis) implements Serializable {

    /**
     * Stands for a Kafka timestamp that is missing, or not within 1970 to 9999. Tables have a minute for it, and it is
     * before every other, so that it moves no clock.
     */
    public static final long UNKNOWN_MILLIS = 0;

    /** An arrival at what the record's Kafka timestamp says, where that is a time that tables and files hold. */
    public static RecordOrigin at(String topic, int partition, long offset, long timestampMillis) {
        boolean isTime = timestampMillis > UNKNOWN_MILLIS && timestampMillis <= FieldRules.LATEST.toEpochMilli();
        return new RecordOrigin(topic, partition, offset, isTime ? timestampMillis : UNKNOWN_MILLIS);
    }

    /** Whether nobody knows when the record arrived, so that intake refuses it. */
    boolean isUnknown() {
        return timeMillis == UNKNOWN_MILLIS;
    }
}
