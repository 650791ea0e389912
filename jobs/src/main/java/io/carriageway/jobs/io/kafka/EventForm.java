package io.carriageway.jobs.io.kafka;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * How an element becomes a record of a topic. The timestamp is determined by the data, so that writing it again writes
 * the same.
 *
 * @param largestBytes no record is larger, with its key and what Kafka adds
 * @param readByTime whether readers go by the record's time, so that the broker must not put its own in its place
 */
public record EventForm<T, E extends SpecificRecordBase>(
        Class<E> record,
        Part<T, E> event,
        Part<T, String> key,
        Part<T, Long> timeMillis,
        int largestBytes,
        boolean readByTime)
        implements Serializable {

    /** A part of the record, taken from the element. */
    public interface Part<T, V> extends Serializable {
        V of(T element);
    }

    /** For readers who do not care for the record's time. */
    public EventForm(
            Class<E> record, Part<T, E> event, Part<T, String> key, Part<T, Long> timeMillis, int largestBytes) {
        this(record, event, key, timeMillis, largestBytes, false);
    }

    /** The same for readers who go by the record's time. */
    public EventForm<T, E> readByItsTime() {
        return new EventForm<>(record, event, key, timeMillis, largestBytes, true);
    }

    /** The form of a stream whose elements are the events. */
    public static <E extends SpecificRecordBase> EventForm<E, E> of(
            Class<E> record, Part<E, String> key, Part<E, Long> timeMillis, int largestBytes) {
        return new EventForm<>(record, event -> event, key, timeMillis, largestBytes);
    }
}
