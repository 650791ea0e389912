package io.carriageway.intake;

import java.io.Serializable;
import java.time.Duration;

/**
 * How far event time and arrival time may lie apart.
 *
 * @param lateness an event that arrives more than this after its event time is late
 * @param skew an event that arrives more than this before its event time comes from a clock that is wrong
 * @param disorder how far a record of a partition may lie behind newer arrivals; for so long identities are kept
 *     besides
 */
public record TimeLimits(Duration lateness, Duration skew, Duration disorder) implements Serializable {

    /** Of a topic whose partitions are in the order of arrival. */
    public TimeLimits(Duration lateness, Duration skew) {
        this(lateness, skew, Duration.ZERO);
    }

    public TimeLimits {
        if (lateness.isNegative() || lateness.isZero() || skew.isNegative() || disorder.isNegative()) {
            throw new IllegalArgumentException(
                    "lateness.limit must be positive, skew.limit and partition.lag not negative, but they are %s, %s and %s"
                            .formatted(lateness, skew, disorder));
        }
    }

    /** For so long after its event time an event can come again without being late. */
    public Duration horizon() {
        return lateness.plus(skew).plus(disorder);
    }

    public boolean isLate(long eventMillis, long arrivalMillis) {
        return arrivalMillis - eventMillis > lateness.toMillis();
    }

    public boolean isFuture(long eventMillis, long arrivalMillis) {
        return eventMillis - arrivalMillis > skew.toMillis();
    }
}
