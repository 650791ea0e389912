package io.carriageway.intake;

import java.io.Serializable;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Limits on the difference between event time and arrival time.
 *
 * @param lateness an event that arrives more than this after its event time is late
 * @param skew an event that arrives more than this before its event time is rejected: its clock is wrong
 * @param disorder how far a record of a partition may arrive behind newer ones; identities are kept for that time
 *     longer
 * @param age an event that arrives more than this after its event time is rejected as too old: its clock is wrong
 */
public record LatenessConfig(Duration lateness, Duration skew, Duration disorder, Duration age)
        implements Serializable {

    /** Default of too-old.limit: ten years. */
    public static final Duration USUAL_AGE = Duration.ofDays(3_653);

    private static final Duration LONGEST = Duration.ofDays(3_652_500);

    /** Limits for a topic whose partitions are in the order of arrival. */
    public LatenessConfig(Duration lateness, Duration skew) {
        this(lateness, skew, Duration.ZERO);
    }

    public LatenessConfig(Duration lateness, Duration skew, Duration disorder) {
        this(lateness, skew, disorder, USUAL_AGE);
    }

    public LatenessConfig {
        if (lateness.isNegative() || lateness.isZero() || skew.isNegative() || disorder.isNegative()) {
            throw new IllegalArgumentException(
                    "lateness.limit must be positive, skew.limit and partition.lag not negative, but they are %s, %s and %s"
                            .formatted(lateness, skew, disorder));
        }
        if (age.compareTo(lateness) < 0) {
            throw new IllegalArgumentException(
                    "too-old.limit is %s, below lateness.limit %s: no event would ever be late"
                            .formatted(age, lateness));
        }
        if (Stream.of(lateness, skew, disorder, age).anyMatch(limit -> limit.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("lateness.limit, skew.limit, partition.lag and too-old.limit must be at "
                    + "most %d d, but they are %s, %s, %s and %s"
                            .formatted(LONGEST.toDays(), lateness, skew, disorder, age));
        }
    }

    /** The same limits with another disorder. */
    public LatenessConfig withDisorder(Duration other) {
        return new LatenessConfig(lateness, skew, other, age);
    }

    /** Time after its event time during which a copy of an event can arrive without being late. */
    public Duration horizon() {
        return lateness.plus(skew).plus(disorder);
    }

    public boolean isLate(long eventMillis, long arrivalMillis) {
        return isLonger(eventMillis, arrivalMillis, lateness);
    }

    public boolean isTooOld(long eventMillis, long arrivalMillis) {
        return isLonger(eventMillis, arrivalMillis, age);
    }

    public boolean isFuture(long eventMillis, long arrivalMillis) {
        return isLonger(arrivalMillis, eventMillis, skew);
    }

    /** Whether two times are more than the limit apart. A difference that overflows a long is. */
    private static boolean isLonger(long fromMillis, long toMillis, Duration limit) {
        long between = toMillis - fromMillis;
        boolean overflows = ((toMillis ^ fromMillis) & (toMillis ^ between)) < 0;
        return overflows ? toMillis > fromMillis : between > limit.toMillis();
    }
}
