package io.carriageway.telemetry;

import io.carriageway.window.PreAggregateFunction;

/** Sums matched reports by segment and minute, before the shuffle. */
public final class SpeedFold
        implements PreAggregateFunction<MatchedReport, SpeedFold.SegmentMinuteCell, SpeedSamples, SpeedPartial> {

    private static final long MINUTE_MILLIS = 60_000;

    record SegmentMinuteCell(String segmentId, long minuteMillis) {}

    @Override
    public SegmentMinuteCell cell(MatchedReport report) {
        return new SegmentMinuteCell(
                report.segmentId(), Math.floorDiv(report.recordedAtMillis(), MINUTE_MILLIS) * MINUTE_MILLIS);
    }

    @Override
    public SpeedSamples open(SegmentMinuteCell cell) {
        return new SpeedSamples();
    }

    @Override
    public void add(SpeedSamples growing, MatchedReport report) {
        growing.add(report.speedMetresPerHour(), report.vehicleHash());
    }

    @Override
    public SpeedPartial close(SegmentMinuteCell cell, SpeedSamples growing) {
        return new SpeedPartial(cell.segmentId(), cell.minuteMillis(), growing.speeds());
    }
}
