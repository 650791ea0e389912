package io.carriageway.jobs.io.kafka;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How an element becomes a record of a topic. The timestamp is determined by the data, so that writing it again writes
 * the same.
 *
 * @param largestBytes no record is larger, with its key and what Kafka adds
 */
public record EventForm<T, E extends SpecificRecordBase>(
        Class<E> record, Part<T, E> event, Part<T, String> key, Part<T, Long> timeMillis, int largestBytes)
        implements Serializable {

    /** A part of the record, taken from the element. */
    public interface Part<T, V> extends Serializable {
        V of(T element);
    }

    /** The form of a stream whose elements are the events. */
    public static <E extends SpecificRecordBase> EventForm<E, E> of(
            Class<E> record, Part<E, String> key, Part<E, Long> timeMillis, int largestBytes) {
        return new EventForm<>(record, event -> event, key, timeMillis, largestBytes);
    }
}
