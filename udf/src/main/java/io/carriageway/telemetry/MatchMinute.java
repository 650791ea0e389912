package io.carriageway.telemetry;

import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;

/** Adds the outcomes of map matching up to one row for each minute. The key is the minute. */
public final class MatchMinute implements WindowAggregate<Long, MatchPartial, MatchMinute.Sum, TelemetryMatch1m> {

    /** Number of reports by outcome. */
    public record Sum(long matched, long withoutSpeed, long offRoad, long wrongHeading) {}

    @Override
    public long timeMillis(MatchPartial partial) {
        return partial.minuteMillis();
    }

    @Override
    public Sum empty() {
        return new Sum(0, 0, 0, 0);
    }

    @Override
    public Sum add(Sum s, MatchPartial partial) {
        return new Sum(
                s.matched + partial.matched(),
                s.withoutSpeed + partial.withoutSpeed(),
                s.offRoad + partial.offRoad(),
                s.wrongHeading + partial.wrongHeading());
    }

    @Override
    public TelemetryMatch1m row(Long minute, long windowStart, Sum s, boolean complete) {
        long reports = s.matched + s.withoutSpeed + s.offRoad + s.wrongHeading;
        return new TelemetryMatch1m(
                Instant.ofEpochMilli(windowStart),
                reports,
                s.matched,
                s.withoutSpeed,
                s.offRoad,
                s.wrongHeading,
                reports,
                0,
                complete);
    }
}
