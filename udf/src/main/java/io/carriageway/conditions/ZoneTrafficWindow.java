package io.carriageway.conditions;

import io.carriageway.telemetry.Speeds;
import io.carriageway.window.WindowAggregate;

/** Adds partial sums up to the traffic of a zone in a window. */
public final class ZoneTrafficWindow
        implements WindowAggregate<String, ZonePartial, ZoneTrafficWindow.Sum, ZoneTraffic> {

    /** The sums so far. */
    public record Sum(long frames, long vehicleSum, Speeds speeds, long freeFlowSumMh) {}

    private static final int MEDIAN = 50;

    @Override
    public long timeMillis(ZonePartial partial) {
        return partial.timeMillis();
    }

    @Override
    public Sum empty() {
        return new Sum(0, 0, Speeds.none(), 0);
    }

    @Override
    public Sum add(Sum s, ZonePartial p) {
        return new Sum(
                s.frames + p.frames(),
                s.vehicleSum + p.vehicleSum(),
                s.speeds.plus(p.speeds()),
                s.freeFlowSumMh + p.freeFlowSumMh());
    }

    @Override
    public ZoneTraffic row(String zoneId, long windowStart, Sum s, boolean complete) {
        long samples = s.speeds.samples();
        return new ZoneTraffic(
                zoneId,
                windowStart,
                s.frames,
                s.vehicleSum,
                samples,
                s.speeds.vehicleHashes().length,
                samples == 0 ? 0 : s.speeds.percentileKmh(MEDIAN),
                s.freeFlowSumMh);
    }
}
