package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.ReportsRead;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.row.Accident;
import java.io.Serializable;
import java.time.Duration;

/**
 * Computes how much more than its range a replay reads. The row of an accident has the time that its newest report
 * names. That time is at most one limit before the report, and the next report must follow within another limit. So
 * every report on an accident of the range is made within twice the limit after it.
 *
 * @param replay the replay; a live run has no range and reads everything
 * @param reportLimit time after an accident during which reports on it are accepted
 * @param lookahead time after the range during which reports are read, at least twice the limit
 */
record AccidentReach(Replay replay, Duration reportLimit, Duration lookahead) implements Serializable {

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration OBSERVATIONS_HOLD = Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS);

    AccidentReach {
        var least = twice(reportLimit);
        if (replay.isBounded() && lookahead.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "accident.lookahead must not be below twice report.limit, which is %s, but is %s; set it to that or more"
                            .formatted(least, lookahead));
        }
    }

    /** Uses the least lookahead if {@code lookahead} is null. */
    static AccidentReach of(Replay replay, Duration reportLimit, Duration lookahead) {
        return new AccidentReach(replay, reportLimit, lookahead == null ? twice(reportLimit) : lookahead);
    }

    private static Duration twice(Duration limit) {
        return limit.multipliedBy(2);
    }

    /** Twice the limit: reports in the first limit show which reports in the second begin an accident. */
    Duration lookback() {
        return twice(reportLimit);
    }

    /**
     * The reports that are read completely, by the times at which they were made. Reports made before or after are read
     * in part.
     */
    ReportsRead reports() {
        return new ReportsRead(replay.from().minus(lookback()), replay.to().plus(lookahead), reportLimit);
    }

    boolean isOfRange(Accident row) {
        return row.getComplete() && replay.covers(row.getOccurredAt());
    }

    boolean isOfRange(CountedHour hour) {
        return hour.row().getComplete() && replay.covers(hour.row().getWindowStart());
    }
}
