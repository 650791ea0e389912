package io.carriageway.intake;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far event time and arrival time may lie apart.
 *
 * @param lateness an event that arrives more than this after its event time is late
 * @param skew an event that arrives more than this before its event time comes from a clock that is wrong
 */
public record TimeLimits(Duration lateness, Duration skew) implements Serializable {

    public TimeLimits {
        if (lateness.isNegative() || lateness.isZero() || skew.isNegative()) {
            throw new IllegalArgumentException(
                    "lateness.limit must be positive and skew.limit not negative, but they are %s and %s"
                            .formatted(lateness, skew));
        }
    }

    public boolean isLate(long eventMillis, long arrivalMillis) {
        return arrivalMillis - eventMillis > lateness.toMillis();
    }

    public boolean isFuture(long eventMillis, long arrivalMillis) {
        return eventMillis - arrivalMillis > skew.toMillis();
    }
}
