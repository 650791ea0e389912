package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import java.time.Instant;

/**
 * The events of a dataset that are read, by their event time.
 *
 * @param start events from here on are read
 * @param from rows are made of events from here on, with the help of earlier ones
 * @param to exclusive end of the events that rows are made of
 * @param end exclusive end of the events that are read
 * @param passedAt an event of this time or later shows that the dataset has all events of the span
 * @param demand the part of the span that the dataset must have
 */
public record EventSpan(Instant start, Instant from, Instant to, Instant end, Instant passedAt, Demand demand)
        implements Serializable {

    /** The input that must not be missing. */
    public enum Demand {
        /** Events in every hour of the range, and one after the span. */
        EVENTS,
        /** Nothing: whatever the dataset contains is complete. */
        NOTHING
    }

    boolean covers(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
