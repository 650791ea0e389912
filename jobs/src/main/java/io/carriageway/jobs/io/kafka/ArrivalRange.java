package io.carriageway.jobs.io.kafka;

import java.time.Instant;

/**
 * The records of a topic that are read, by their arrival.
 *
 * @param start records are read from here on; those before {@code from} only show which events were there already
 * @param from records from here on become rows
 * @param end exclusive end of the records that are read
 * @param demand the part of the range that the topic must have
 */
public record ArrivalRange(Instant start, Instant from, Instant end, Demand demand) {

    /** The input that must not be missing. Each demand includes those after it. */
    public enum Demand {
        /** Records in the range, and a later one, which shows that the input has passed the range. */
        RECORDS,
        /** No deleted record of the range. Rare events may not have happened. */
        HISTORY,
        /** Nothing: whatever the topic contains is complete. */
        NOTHING
    }

    /** All present and future records of a topic. */
    public static final ArrivalRange ALL = new ArrivalRange(Instant.MIN, Instant.MIN, Instant.MAX, Demand.NOTHING);

    /** This range for a topic that may be silent for long. */
    public ArrivalRange ofRareEvents() {
        return new ArrivalRange(start, from, end, demand == Demand.RECORDS ? Demand.HISTORY : demand);
    }

    boolean isBounded() {
        return end.isBefore(Instant.MAX);
    }
}
