package io.carriageway.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.intake.Arrived;

/** A point with its vehicle, as it is shuffled. */
public record VehiclePoint(String vehicleId, JourneyPoint point) {

    public static VehiclePoint of(Arrived<VehicleTelemetry> arrived) {
        var report = arrived.event();
        var arrival = arrived.arrival();
        return new VehiclePoint(
                report.getVehicleId(),
                new JourneyPoint(
                        report.getRecordedAt().toEpochMilli(),
                        arrival.partition(),
                        arrival.offset(),
                        report.getLatitude(),
                        report.getLongitude(),
                        Speeds.metresPerHourOrNull(report.getSpeedKmh())));
    }
}
