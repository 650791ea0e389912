package io.carriageway.telemetry;

import java.io.Serializable;
import java.time.Duration;

/**
 * When journeys end and when that is certain.
 *
 * @param gap a longer time without a report ends a journey
 * @param allowedLateness how long after an event time reports of it may still come
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

    /** Whether more time than the gap lies between a report and one after it. */
    boolean isGap(long earlierMillis, long laterMillis) {
        return laterMillis - earlierMillis > gap.toMillis();
    }

    /** Whether, at this time, every report of that event time and before has come. */
    boolean isSettled(long eventMillis, long nowMillis) {
        return eventMillis + allowedLateness.toMillis() < nowMillis;
    }

    /**
     * The timer of a report: a whole minute, so that a vehicle has one timer a minute, at which it would be certain
     * that a journey ended with it.
     */
    long timerOf(long eventMillis) {
        return (Math.floorDiv(eventMillis + gap.toMillis() + allowedLateness.toMillis(), MINUTE_MILLIS) + 1)
                * MINUTE_MILLIS;
    }
}
