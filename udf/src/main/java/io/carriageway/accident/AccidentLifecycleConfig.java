package io.carriageway.accident;

import java.io.Serializable;
import java.time.Duration;

/**
 * When rows of accidents come out and when they are final. Times are milliseconds since the epoch.
 *
 * @param reportLimit how long after an accident reports on it are taken
 * @param allowedLateness how long after an event time events of it may still come
 * @param updateInterval the least time between two provisional rows
 */
public record AccidentLifecycleConfig(Duration reportLimit, Duration allowedLateness, Duration updateInterval)
        implements Serializable {

    /** Timers fall on whole minutes, so that there are few. */
    static final long MINUTE_MILLIS = 60_000;

    private static final long HOUR_MILLIS = 3_600_000;

    public AccidentLifecycleConfig {
        if (reportLimit.toMillis() <= 0 || allowedLateness.isNegative() || updateInterval.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "report.limit and update.interval must be positive and the allowed lateness not negative, but they are %s, %s and %s"
                            .formatted(reportLimit, updateInterval, allowedLateness));
        }
    }

    /** Whether an event of that time comes later than any that is not late can. */
    boolean comesTooLate(long eventMillis, long watermark) {
        return eventMillis + allowedLateness.toMillis() < watermark;
    }

    /** When every event of that time and before has come. */
    long settledAt(long eventMillis) {
        return (Math.floorDiv(eventMillis + allowedLateness.toMillis(), MINUTE_MILLIS) + 1) * MINUTE_MILLIS;
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
