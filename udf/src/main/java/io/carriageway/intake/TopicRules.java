package io.carriageway.intake;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What intake must know about a topic. Implementations are pure: a result depends only on the event and the rules'
 * configuration.
 */
public interface TopicRules<E extends SpecificRecordBase> extends Serializable {

    Class<E> recordClass();

    /**
     * The event as all later steps, lake and tables see it: equivalent values become one, and free text is cut to its
     * limit. Called before all other methods; may change the given event. Idempotent.
     */
    default E normalised(E event) {
        return event;
    }

    /** The entity that the record key must equal, so that copies of an event share a partition. */
    String entityId(E event);

    /** Equal for copies of an event, different for different events. */
    String identity(E event);

    /** The time that decides the event's windows, hour folders and whether it is in a replay's range. */
    Instant eventTime(E event);

    /**
     * The time at which the event is known, at or after its event time; for a count of a period, the period's end. By
     * this time intake decides whether an event is late, from the future or too old, and how long an identity is
     * remembered. Called only for an event in which {@link #check} finds nothing wrong. It is in the same windows as
     * the event time, or at their end.
     */
    default Instant knownAt(E event) {
        return eventTime(event);
    }

    /** Longest time from an event's event time until it is known. A replay reads a topic for that time longer. */
    default Duration longestUntilKnown() {
        return Duration.ZERO;
    }

    /** Whether values may contain pictures, which must not leak. Then dead letters contain no payload. */
    default boolean mayHoldPictures() {
        return false;
    }

    /** What is wrong with the event's fields, if anything. */
    Optional<Rejection> check(E event);
}
