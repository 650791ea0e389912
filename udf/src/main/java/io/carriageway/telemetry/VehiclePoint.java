package io.carriageway.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.intake.ReceivedEvent;

/** A point with its vehicle, as it is shuffled. */
public record VehiclePoint(String vehicleId, JourneyPoint point) {

    public static VehiclePoint of(ReceivedEvent<VehicleTelemetry> received) {
        var report = received.event();
        var arrival = received.origin();
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
