package io.carriageway.accident;

import java.io.Serializable;
import java.time.Duration;

/**
 * When rows of accidents come out and when they are final. Times are milliseconds since the epoch.
 *
 * @param reportLimit how long after an accident reports on it are taken
 * @param hold how long after an event time events of it may still come
 * @param updateInterval the least time between two provisional rows
 */
public record AccidentTiming(Duration reportLimit, Duration hold, Duration updateInterval) implements Serializable {

    /** Timers fall on whole minutes, so that there are few. */
    static final long MINUTE_MILLIS = 60_000;

    private static final long HOUR_MILLIS = 3_600_000;

    public AccidentTiming {
        if (reportLimit.toMillis() <= 0 || hold.isNegative() || updateInterval.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "report.limit and update.interval must be positive and the hold not negative, but they are %s, %s and %s"
                            .formatted(reportLimit, updateInterval, hold));
        }
    }

    /** Whether an event of that time comes later than any that is not late can. */
    boolean isStranded(long eventMillis, long watermark) {
        return eventMillis + hold.toMillis() < watermark;
    }

    /** When every event of that time and before has come. */
    long settledAt(long eventMillis) {
        return (Math.floorDiv(eventMillis + hold.toMillis(), MINUTE_MILLIS) + 1) * MINUTE_MILLIS;
    }

    /** When every report on an accident of that time has come. */
    long finalAt(long occurredAtMillis) {
        return settledAt(occurredAtMillis + reportLimit.toMillis());
    }

    /** When every report on accidents of the hour that begins then has come. */
    long hourFinalAt(long hourMillis) {
        return finalAt(hourMillis + HOUR_MILLIS - 1);
    }

    /** Whether a report can still be on an accident of that time. */
    boolean isOnAccidentOf(long occurredAtMillis, long reportedAtMillis) {
        return reportedAtMillis - occurredAtMillis <= reportLimit.toMillis();
    }

    /** The next time for a provisional row about an event. Before the first watermark the event's time decides. */
    long nextUpdateAfter(long eventMillis, long watermark) {
        long interval = updateInterval.toMillis();
        return (Math.floorDiv(Math.max(eventMillis, watermark), interval) + 1) * interval;
    }
}
