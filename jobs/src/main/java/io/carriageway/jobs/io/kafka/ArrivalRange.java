package io.carriageway.jobs.io.kafka;

import java.time.Instant;

/**
 * Which records of a topic are read, by their arrival.
 *
 * @param start records from here on are read; those before {@code from} only tell what was there already
 * @param from records from here on make rows
 * @param end no record from here on is read
 * @param gapsAllowed whether what the topic has is taken as all there was
 */
public record ArrivalRange(Instant start, Instant from, Instant end, boolean gapsAllowed) {

    /** All that a topic has and will have. */
    public static final ArrivalRange ALL = new ArrivalRange(Instant.MIN, Instant.MIN, Instant.MAX, false);

    boolean isBounded() {
        return end.isBefore(Instant.MAX);
    }
}
