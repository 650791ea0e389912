package io.carriageway.jobs.accident;

import io.carriageway.accident.CountedHour;
import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.ReportsRead;
import io.carriageway.intake.TimeLimits;
import io.carriageway.jobs.Replay;
import io.carriageway.jobs.io.kafka.ArrivalRange;
import io.carriageway.row.Accident;
import java.io.Serializable;
import java.time.Duration;

/**
 * How much more than its range a replay reads, and which accidents it knows whole from that. A report is on the
 * accident before it only if one of that accident's reports names a time within {@code report.limit} before it was
 * made.
 *
 * @param replay a live run knows all, and asks nothing of the rest
 * @param reportLimit how long after an accident reports on it are taken
 * @param lookahead how long after the range reports are read, twice the limit or longer
 */
record AccidentReach(Replay replay, Duration reportLimit, Duration lookahead) implements Serializable {

    static final Duration HOUR = Duration.ofHours(1);

    /** What a run reads of its two topics. */
    record Arrivals(ArrivalRange reports, ArrivalRange weather) {}

    AccidentReach {
        var least = reportLimit.multipliedBy(2);
        if (replay.isBounded() && lookahead.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "accident.lookahead must not be below twice report.limit, which is %s, but is %s"
                            .formatted(least, lookahead));
        }
    }

    /** With the least lookahead where none is given: null. */
    static AccidentReach of(Replay replay, Duration reportLimit, Duration lookahead) {
        return new AccidentReach(replay, reportLimit, lookahead == null ? reportLimit.multipliedBy(2) : lookahead);
    }

    /** An accident of the range that was first reported a limit before it is known to have begun then. */
    private Duration lookback() {
        return reportLimit.multipliedBy(2);
    }

    /** Accidents are rare, so their topic may be silent; that time has passed is shown by the weather. */
    Arrivals arrivals(TimeLimits limits) {
        return new Arrivals(
                replay.arrivals(limits, lookback(), lookahead).ofRareEvents(),
                replay.arrivals(limits, Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS), lookahead));
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
