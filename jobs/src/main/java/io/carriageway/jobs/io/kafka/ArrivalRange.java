package io.carriageway.jobs.io.kafka;

import java.time.Instant;

/**
 * Which records of a topic are read, by their arrival.
 *
 * @param start records from here on are read; those before {@code from} only tell what was there already
 * @param from records from here on make rows
 * @param end no record from here on is read
 * @param demand what the topic must have of it
 */
public record ArrivalRange(Instant start, Instant from, Instant end, Demand demand) {

    /** What must not be missing. Each demands all that the ones after it do. */
    public enum Demand {
        /** Records in the range, and one after it, which shows that input has passed it. */
        RECORDS,
        /** That nothing of the range was deleted; rare events may not have happened. */
        HISTORY,
        /** Nothing: what the topic has is taken as all there was. */
        NOTHING
    }

    /** All that a topic has and will have. */
    public static final ArrivalRange ALL = new ArrivalRange(Instant.MIN, Instant.MIN, Instant.MAX, Demand.NOTHING);

    /** The same of a topic that may be silent for long. */
    public ArrivalRange ofRareEvents() {
        return new ArrivalRange(start, from, end, demand == Demand.RECORDS ? Demand.HISTORY : demand);
    }

    boolean isBounded() {
        return end.isBefore(Instant.MAX);
    }
}
