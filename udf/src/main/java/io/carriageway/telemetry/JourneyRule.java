package io.carriageway.telemetry;

import java.io.Serializable;
import java.time.Duration;

/**
 * Decides when a journey ends, and when its end is certain.
 *
 * @param gap longest time without a report within a journey
 * @param allowedLateness time for which reports of an event time may still arrive after it
 */
public record JourneyRule(Duration gap, Duration allowedLateness) implements Serializable {

    private static final long MINUTE_MILLIS = 60_000;

    public JourneyRule {
        if (gap.toMillis() <= 0 || allowedLateness.isNegative()) {
            throw new IllegalArgumentException(
                    "journey.gap must be positive and the allowed lateness not negative, but they are %s and %s"
                            .formatted(gap, allowedLateness));
        }
    }

    /** Whether the time between a report and a later one is longer than the gap. */
    boolean isGap(long earlierMillis, long laterMillis) {
        return laterMillis - earlierMillis > gap.toMillis();
    }

    /** Whether, at {@code nowMillis}, every report up to that event time has arrived. */
    boolean isSettled(long eventMillis, long nowMillis) {
        return eventMillis + allowedLateness.toMillis() < nowMillis;
    }

    /**
     * The timer of a report: the time at which it is certain that a journey ended with it. It is a whole minute, so
     * that a vehicle has at most one timer a minute.
     */
    long timerOf(long eventMillis) {
        return (Math.floorDiv(eventMillis + gap.toMillis() + allowedLateness.toMillis(), MINUTE_MILLIS) + 1)
                * MINUTE_MILLIS;
    }
}
