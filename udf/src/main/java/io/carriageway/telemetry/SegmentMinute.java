package io.carriageway.telemetry;

import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;

/** Adds partial speeds up to one row for each segment and minute. */
public final class SegmentMinute implements WindowAggregate<String, SpeedPartial, Speeds, SegmentSpeed1m> {

    private static final int SLOW = 15;
    private static final int MEDIAN = 50;
    private static final int FAST = 85;

    @Override
    public long timeMillis(SpeedPartial partial) {
        return partial.minuteMillis();
    }

    @Override
    public Speeds empty() {
        return Speeds.none();
    }

    @Override
    public Speeds add(Speeds sum, SpeedPartial partial) {
        return sum.plus(partial.speeds());
    }

    @Override
    public SegmentSpeed1m row(String segmentId, long windowStart, Speeds s, boolean complete) {
        return new SegmentSpeed1m(
                segmentId,
                Instant.ofEpochMilli(windowStart),
                s.samples(),
                (long) s.vehicleHashes().length,
                s.sumMh(),
                s.maxMh(),
                s.percentileKmh(SLOW),
                s.percentileKmh(MEDIAN),
                s.percentileKmh(FAST),
                s.samples(),
                0,
                complete);
    }
}
