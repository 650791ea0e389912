package io.carriageway.conditions;

import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.alert.Thousandths;
import io.carriageway.row.RoadConditions5m;

/** The metrics of road_conditions_5m for alert rules. */
public final class ConditionsMetrics implements SiteMetrics<RoadConditions5m> {

    private static final long METRES_PER_KILOMETRE = 1_000;
    private static final long MILLI_PERCENT = 100_000;

    @Override
    public AlertTable table() {
        return AlertTable.ROAD_CONDITIONS_5M;
    }

    @Override
    public SiteRow of(RoadConditions5m row) {
        var metrics = new Thousandths()
                .wholeMean("vehicles_per_frame", row.getVehicleSum(), row.getFrames())
                .whole("active_accidents", row.getActiveAccidents());
        if (row.getSamples() > 0) {
            long speedSumMh = row.getP50Kmh() * METRES_PER_KILOMETRE * row.getSamples();
            metrics.whole("p50_kmh", row.getP50Kmh())
                    .mean("speed_ratio_pct", speedSumMh * MILLI_PERCENT, row.getFreeFlowSumMh())
                    .whole(
                            "level_of_service",
                            LevelOfService.valueOf(row.getLevelOfService()).ordinal() + 1);
        }
        return new SiteRow(row.getZoneId(), row.getWindowStart().toEpochMilli(), row.getComplete(), metrics.known());
    }
}
