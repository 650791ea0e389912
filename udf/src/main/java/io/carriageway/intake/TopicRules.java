package io.carriageway.intake;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** What intake must know of one topic. Pure: an answer depends on the event and the rules' configuration alone. */
public interface TopicRules<E extends SpecificRecordBase> extends Serializable {

    Class<E> recordClass();

    /**
     * The event as everything after decoding sees it, in lake and table alike: values that mean the same become one,
     * and free text is cut to its limit. Comes before every other question; may change the given event. Normalising
     * twice changes nothing more.
     */
    default E normalised(E event) {
        return event;
    }

    /** The entity that the record key must equal, so that copies of an event share a partition. */
    String entityId(E event);

    /** Equal for copies of an event, different for different events. */
    String identity(E event);

    /** The time by which windows, hour folders and ranges of replays take the event. */
    Instant eventTime(E event);

    /**
     * The time at which the event is known, from its event time on: for a count of a period its end. By it intake tells
     * what is late, from the future or too old, and for how long an identity is remembered. Asked only of an event that
     * {@link #check} finds nothing wrong with. It lies in the same windows as the event time, or at their end.
     */
    default Instant knownAt(E event) {
        return eventTime(event);
    }

    /** Longest time from an event's event time until it is known. A replay reads a topic for that time longer. */
    default Duration longestUntilKnown() {
        return Duration.ZERO;
    }

    /** Whether values may hold pictures, which must not leak: then no dead letter holds any of a value. */
    default boolean mayHoldPictures() {
        return false;
    }

    /** What is wrong with the event's fields, if anything. */
    Optional<Rejection> check(E event);
}
