package io.carriageway.telemetry;

import io.carriageway.telemetry.MatchedReport.Outcome;
import io.carriageway.window.PreAggregateFunction;
import java.util.EnumMap;

/** Counts outcomes of map matching by minute, before the shuffle. */
public final class MatchFold
        implements PreAggregateFunction<MatchedReport, Long, EnumMap<Outcome, Long>, MatchPartial> {

    private static final long MINUTE_MILLIS = 60_000;

    @Override
    public Long cell(MatchedReport report) {
        return Math.floorDiv(report.recordedAtMillis(), MINUTE_MILLIS) * MINUTE_MILLIS;
    }

    @Override
    public EnumMap<Outcome, Long> open(Long minuteMillis) {
        return new EnumMap<>(Outcome.class);
    }

    @Override
    public void add(EnumMap<Outcome, Long> counts, MatchedReport report) {
        counts.merge(report.outcome(), 1L, Long::sum);
    }

    @Override
    public MatchPartial close(Long minuteMillis, EnumMap<Outcome, Long> counts) {
        return new MatchPartial(
                minuteMillis,
                counts.getOrDefault(Outcome.MATCHED, 0L),
                counts.getOrDefault(Outcome.WITHOUT_SPEED, 0L),
                counts.getOrDefault(Outcome.OFF_ROAD, 0L),
                counts.getOrDefault(Outcome.WRONG_HEADING, 0L));
    }
}
