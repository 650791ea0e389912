package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.ReportsRead;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.row.Accident;
import java.io.Serializable;
import java.time.Duration;

/**
 * How much more than its range a replay reads. A row of an accident is of the time that its newest report names, which
 * is at most the limit before that report, and within another limit the next report on it must come. So no accident of
 * the range has a report that was made twice the limit after it.
 *
 * @param replay a live run has no range, and reads all
 * @param reportLimit how long after an accident reports on it are taken
 * @param lookahead how long after the range reports are read, twice the limit or longer
 */
record AccidentReach(Replay replay, Duration reportLimit, Duration lookahead) implements Serializable {

    static final Duration HOUR = Duration.ofHours(1);
    static final Duration OBSERVATIONS_HOLD = Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS);

    AccidentReach {
        var least = twice(reportLimit);
        if (replay.isBounded() && lookahead.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "accident.lookahead must not be below twice report.limit, which is %s, but is %s"
                            .formatted(least, lookahead));
        }
    }

    /** With the least lookahead where none is given: null. */
    static AccidentReach of(Replay replay, Duration reportLimit, Duration lookahead) {
        return new AccidentReach(replay, reportLimit, lookahead == null ? twice(reportLimit) : lookahead);
    }

    private static Duration twice(Duration limit) {
        return limit.multipliedBy(2);
    }

    /** The first limit tells of the second which reports in it begin an accident. */
    Duration lookback() {
        return twice(reportLimit);
    }

    /** By the times at which they were made; of those made before or after, some. */
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
