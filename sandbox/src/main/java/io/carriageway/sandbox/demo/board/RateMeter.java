package io.carriageway.sandbox.demo.board;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Measures the rate of a counter over the last seconds. */
public final class RateMeter {

    private static final Duration SPAN = Duration.ofSeconds(10);

    private record Reading(Duration at, long count) {}

    private final Deque<Reading> readings = new ArrayDeque<>();

    /** Takes the counter's value at a time and returns its growth per second; 0 at first. */
    public double perSecond(Duration at, long count) {
        readings.addLast(new Reading(at, count));
        while (readings.getFirst().at().plus(SPAN).compareTo(at) < 0) {
            readings.removeFirst();
        }
        var oldest = readings.getFirst();
        var millis = at.minus(oldest.at()).toMillis();
        return millis == 0 ? 0 : (count - oldest.count()) * 1000.0 / millis;
    }
}
