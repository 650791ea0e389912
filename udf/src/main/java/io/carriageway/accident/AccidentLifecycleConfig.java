package io.carriageway.accident;

import java.io.Serializable;
import java.time.Duration;

/**
 * Decides when rows of accidents are emitted and when they are final. Times are milliseconds since the epoch.
 *
 * @param reportLimit time after an accident during which reports on it are accepted
 * @param allowedLateness time for which events of an event time may still arrive after it
 * @param updateInterval shortest time between two provisional rows
 */
public record AccidentLifecycleConfig(Duration reportLimit, Duration allowedLateness, Duration updateInterval)
        implements Serializable {

    /** Timers are rounded to whole minutes, so that there are few. */
    static final long MINUTE_MILLIS = 60_000;

    private static final long HOUR_MILLIS = 3_600_000;

    public AccidentLifecycleConfig {
        if (reportLimit.toMillis() <= 0 || allowedLateness.isNegative() || updateInterval.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "report.limit and update.interval must be positive and the allowed lateness not negative, but they are %s, %s and %s"
                            .formatted(reportLimit, updateInterval, allowedLateness));
        }
    }

    /** Whether an event of that time arrives later than any event within the allowed lateness can. */
    boolean comesTooLate(long eventMillis, long watermark) {
        return eventMillis + allowedLateness.toMillis() < watermark;
    }

    /** Time at which every event up to that time has arrived. */
    long settledAt(long eventMillis) {
        return (Math.floorDiv(eventMillis + allowedLateness.toMillis(), MINUTE_MILLIS) + 1) * MINUTE_MILLIS;
    }

    /** Time at which every report on an accident of that time has arrived. */
    long finalAt(long occurredAtMillis) {
        return settledAt(occurredAtMillis + reportLimit.toMillis());
    }

    /** Time at which every report on accidents of the hour that begins then has arrived. */
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
