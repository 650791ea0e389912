package io.carriageway.city;

import java.time.Duration;

/**
 * The emission schedule of a topic: in every interval each source has one turn, evenly spread. The number of an event
 * thus determines its source and time, and a time determines the number of earlier events.
 */
public record EmissionSchedule(int sources, Duration interval) {

    public int source(long index) {
        return (int) (index % sources);
    }

    /** The interval of that index, counted from the first one. */
    public long round(long index) {
        return index / sources;
    }

    /** The time of that index since the city's first instant. */
    public Duration time(long index) {
        long millis = interval.toMillis();
        return Duration.ofMillis(round(index) * millis + source(index) * millis / sources);
    }

    /** Number of indexes with a turn before that time. */
    public long before(Duration time) {
        long millis = interval.toMillis();
        long begun = time.toMillis() % millis * sources;
        return time.toMillis() / millis * sources + (begun + millis - 1) / millis;
    }

    /** The mean rate. */
    public double perSecond() {
        return sources * 1000.0 / interval.toMillis();
    }
}
