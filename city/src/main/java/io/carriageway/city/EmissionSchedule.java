package io.carriageway.city;

import java.time.Duration;

/**
 * How the events of a topic are numbered: in every interval each source has one turn, one after the other and evenly
 * spread. So the number tells source and time, and the time tells how many came before it.
 */
public record EmissionSchedule(int sources, Duration interval) {

    public int source(long index) {
        return (int) (index % sources);
    }

    /** The interval, counted from the first one, in which that index has its turn. */
    public long round(long index) {
        return index / sources;
    }

    /** The time of that index since the city's first instant. */
    public Duration time(long index) {
        long millis = interval.toMillis();
        return Duration.ofMillis(round(index) * millis + source(index) * millis / sources);
    }

    /** How many indexes have their turn before that time. */
    public long before(Duration time) {
        long millis = interval.toMillis();
        long begun = time.toMillis() % millis * sources;
        return time.toMillis() / millis * sources + (begun + millis - 1) / millis;
    }

    /** The mean pace. */
    public double perSecond() {
        return sources * 1000.0 / interval.toMillis();
    }
}
