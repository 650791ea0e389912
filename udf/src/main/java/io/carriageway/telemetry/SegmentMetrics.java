package io.carriageway.telemetry;

import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.alert.Thousandths;
import io.carriageway.row.SegmentSpeed1m;

/** The metrics of segment_speed_1m for alert rules. A metre per hour is a thousandth of a kilometre per hour. */
public final class SegmentMetrics implements SiteMetrics<SegmentSpeed1m> {

    @Override
    public AlertTable table() {
        return AlertTable.SEGMENT_SPEED_1M;
    }

    @Override
    public SiteRow of(SegmentSpeed1m row) {
        var metrics = new Thousandths()
                .whole("p15_kmh", row.getP15Kmh())
                .whole("p50_kmh", row.getP50Kmh())
                .whole("p85_kmh", row.getP85Kmh())
                .mean("mean_kmh", row.getSpeedSumMh(), row.getSamples())
                .milli("max_kmh", row.getSpeedMaxMh())
                .whole("vehicles", row.getVehicles())
                .whole("samples", row.getSamples());
        return new SiteRow(row.getSegmentId(), row.getWindowStart().toEpochMilli(), row.getComplete(), metrics.known());
    }
}
