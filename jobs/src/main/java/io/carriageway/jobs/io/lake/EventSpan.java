package io.carriageway.jobs.io.lake;

import java.io.Serializable;
import java.time.Instant;

/**
 * Which events of a dataset are read, by their event time.
 *
 * @param start events from here on are read
 * @param from rows are made of events from here on, with the help of those before
 * @param to to here, exclusive
 * @param end no event from here on is read
 * @param passedAt an event of this time or later shows that no more events of the span will come
 * @param demand what the dataset must have of it
 */
public record EventSpan(Instant start, Instant from, Instant to, Instant end, Instant passedAt, Demand demand)
        implements Serializable {

    /** What must not be missing. */
    public enum Demand {
        /** Events in every hour of the range, and one after the span. */
        EVENTS,
        /** Nothing: what the dataset has is taken as all there was. */
        NOTHING
    }

    boolean covers(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }
}
