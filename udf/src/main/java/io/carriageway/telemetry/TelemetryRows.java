package io.carriageway.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.row.VehicleTelemetryRow;
import java.time.Instant;

/** Makes the lake's row of a position report. */
public final class TelemetryRows {

    private TelemetryRows() {}

    public static VehicleTelemetryRow accepted(ReceivedEvent<VehicleTelemetry> report) {
        return row(report, false);
    }

    public static VehicleTelemetryRow late(ReceivedEvent<VehicleTelemetry> report) {
        return row(report, true);
    }

    private static VehicleTelemetryRow row(ReceivedEvent<VehicleTelemetry> report, boolean late) {
        var event = report.event();
        var arrival = report.origin();
        return new VehicleTelemetryRow(
                event.getVehicleId(),
                event.getRecordedAt(),
                event.getLatitude(),
                event.getLongitude(),
                event.getSpeedKmh(),
                event.getHeadingDeg(),
                event.getVehicleClass().name(),
                event.getFuelType(),
                event.getMake(),
                event.getModel(),
                event.getModelYear(),
                arrival.topic(),
                arrival.partition(),
                arrival.offset(),
                Instant.ofEpochMilli(arrival.timeMillis()),
                late);
    }
}
