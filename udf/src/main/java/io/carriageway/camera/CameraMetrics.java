package io.carriageway.camera;

import io.carriageway.alert.AlertTable;
import io.carriageway.alert.SiteMetrics;
import io.carriageway.alert.SiteRow;
import io.carriageway.alert.Thousandths;
import io.carriageway.row.CameraTraffic1m;

/** The metrics of camera_traffic_1m for alert rules. */
public final class CameraMetrics implements SiteMetrics<CameraTraffic1m> {

    /** Parts per million in a thousandth of a per cent. */
    private static final long PPM_PER_MILLI_PCT = 10;

    @Override
    public AlertTable table() {
        return AlertTable.CAMERA_TRAFFIC_1M;
    }

    @Override
    public SiteRow of(CameraTraffic1m row) {
        long frames = row.getFrames();
        long vehicles =
                row.getBicycleSum() + row.getCarSum() + row.getMotorcycleSum() + row.getBusSum() + row.getTruckSum();
        var metrics = new Thousandths()
                .wholeMean("vehicles_per_frame", vehicles, frames)
                .wholeMean("bicycles_per_frame", row.getBicycleSum(), frames)
                .wholeMean("cars_per_frame", row.getCarSum(), frames)
                .wholeMean("motorcycles_per_frame", row.getMotorcycleSum(), frames)
                .wholeMean("buses_per_frame", row.getBusSum(), frames)
                .wholeMean("trucks_per_frame", row.getTruckSum(), frames)
                .whole("vehicle_max", row.getVehicleMax())
                .mean("area_occupancy_pct", row.getAreaOccupancyPpmSum(), frames * PPM_PER_MILLI_PCT);
        return new SiteRow(row.getCameraId(), row.getWindowStart().toEpochMilli(), row.getComplete(), metrics.known());
    }
}
