package io.carriageway.conditions;

import io.carriageway.telemetry.SpeedSamples;
import io.carriageway.window.PreAggregateFunction;
import io.carriageway.window.WindowRule;

/** Sums speed samples by zone and window, before the shuffle. */
public final class ZoneFold implements PreAggregateFunction<SpeedRatio, ZoneWindow, ZoneFold.Growing, ZonePartial> {

    /** Growing sums of speeds and free-flow speeds. */
    static final class Growing {
        private final SpeedSamples speeds = new SpeedSamples();
        private long freeFlowSumMh;
    }

    private final WindowRule windows;

    public ZoneFold(WindowRule windows) {
        this.windows = windows;
    }

    @Override
    public ZoneWindow cell(SpeedRatio speed) {
        return new ZoneWindow(windows.startOf(speed.recordedAtMillis()), speed.zoneId());
    }

    @Override
    public Growing open(ZoneWindow cell) {
        return new Growing();
    }

    @Override
    public void add(Growing growing, SpeedRatio speed) {
        growing.speeds.add(speed.speedMetresPerHour(), speed.vehicleHash());
        growing.freeFlowSumMh += speed.freeFlowMetresPerHour();
    }

    @Override
    public ZonePartial close(ZoneWindow cell, Growing growing) {
        return new ZonePartial(cell.zoneId(), cell.startMillis(), 0, 0, growing.speeds.speeds(), growing.freeFlowSumMh);
    }
}
