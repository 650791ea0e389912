package io.carriageway.count;

import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.alert.Thousandths;
import io.carriageway.row.TrafficCountTotal;

/** The metrics of traffic_count_15m, by whole site, for alert rules. */
public final class TrafficCountMetrics implements SiteMetrics<TrafficCountTotal> {

    private static final long HOUR_SECONDS = 3_600;

    @Override
    public AlertTable table() {
        return AlertTable.TRAFFIC_COUNT_15M;
    }

    /**
     * A metre per hour is a thousandth of a kilometre per hour; ten parts per million are a thousandth of a per cent.
     */
    @Override
    public SiteRow of(TrafficCountTotal row) {
        var metrics = new Thousandths()
                .wholeMean("vehicles_per_hour", row.getVehicles() * HOUR_SECONDS, row.getCoveredSeconds())
                .mean("mean_kmh", row.getSpeedWeightedSumMh(), row.getSpeedVehicles())
                .mean("occupancy_pct", row.getOccupancyPpmSeconds(), row.getOccupancySeconds() * 10);
        return new SiteRow(row.getSiteId(), row.getWindowStart().toEpochMilli(), row.getComplete(), metrics.known());
    }
}
