package io.carriageway.conditions;

import io.carriageway.telemetry.SpeedSamples;
import io.carriageway.window.LocalFold;
import io.carriageway.window.WindowRule;

/** Folds rated speeds by zone and window. */
public final class ZoneFold implements LocalFold<RatedSpeed, ZoneWindow, ZoneFold.Growing, ZonePartial> {

    /** Speeds, and the free-flow speeds beside them, while they are added up. */
    static final class Growing {
        private final SpeedSamples speeds = new SpeedSamples();
        private long freeFlowSumMh;
    }

    private final WindowRule windows;

    public ZoneFold(WindowRule windows) {
        this.windows = windows;
    }

    @Override
    public ZoneWindow cell(RatedSpeed speed) {
        return new ZoneWindow(windows.startOf(speed.recordedAtMillis()), speed.zoneId());
    }

    @Override
    public Growing open(ZoneWindow cell) {
        return new Growing();
    }

    @Override
    public void add(Growing growing, RatedSpeed speed) {
        growing.speeds.add(speed.speedMetresPerHour(), speed.vehicleHash());
        growing.freeFlowSumMh += speed.freeFlowMetresPerHour();
    }

    @Override
    public ZonePartial close(ZoneWindow cell, Growing growing) {
        return new ZonePartial(cell.zoneId(), cell.startMillis(), 0, 0, growing.speeds.speeds(), growing.freeFlowSumMh);
    }
}
