package io.carriageway.jobs.io.kafka;

import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Defines how an element becomes a record of a topic. The timestamp is determined by the data, so that a repeated write
 * is identical.
 *
 * @param largestBytes greatest size of a record, including its key and Kafka's overhead
 * @param readByTime whether readers use the record's timestamp, so that the broker must not replace it
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

    /** A form for readers that ignore the record's timestamp. */
    public EventForm(
            Class<E> record, Part<T, E> event, Part<T, String> key, Part<T, Long> timeMillis, int largestBytes) {
        this(record, event, key, timeMillis, largestBytes, false);
    }

    /** This form for readers that use the record's timestamp. */
    public EventForm<T, E> readByItsTime() {
        return new EventForm<>(record, event, key, timeMillis, largestBytes, true);
    }

    /** The form of a stream whose elements are the events. */
    public static <E extends SpecificRecordBase> EventForm<E, E> of(
            Class<E> record, Part<E, String> key, Part<E, Long> timeMillis, int largestBytes) {
        return new EventForm<>(record, event -> event, key, timeMillis, largestBytes);
    }

    /** What the form demands of a topic. */
    RecordDemand limits() {
        return new RecordDemand(largestBytes, readByTime);
    }
}
