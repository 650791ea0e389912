package io.carriageway.telemetry;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.rangeIfGiven;
import static io.carriageway.intake.FieldRules.time;
import static io.carriageway.intake.TextRules.shortText;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Instant;
import java.util.Optional;

/** Validation rules of topic vehicle-telemetry. */
public record TelemetryRules() implements TopicRules<VehicleTelemetry> {

    private static final int MAX_VEHICLE_ID = 64;
    private static final int MAX_SHORT_TEXT = 64;
    private static final double MAX_SPEED_KMH = 300;
    private static final double FULL_CIRCLE = 360;
    private static final double NOT_MEASURED = -1;

    @Override
    public Class<VehicleTelemetry> recordClass() {
        return VehicleTelemetry.class;
    }

    /**
     * A heading of 360 becomes 0. A heading of -1 becomes null: receivers and transit feeds send it if none was
     * measured.
     */
    @Override
    public VehicleTelemetry normalised(VehicleTelemetry report) {
        var heading = report.getHeadingDeg();
        if (heading != null && heading == FULL_CIRCLE) {
            report.setHeadingDeg(0.0);
        } else if (heading != null && heading == NOT_MEASURED) {
            report.setHeadingDeg(null);
        }
        return report;
    }

    @Override
    public String entityId(VehicleTelemetry report) {
        return report.getVehicleId();
    }

    @Override
    public String identity(VehicleTelemetry report) {
        return report.getVehicleId() + '\n' + report.getRecordedAt().toEpochMilli();
    }

    @Override
    public Instant eventTime(VehicleTelemetry report) {
        return report.getRecordedAt();
    }

    @Override
    public Optional<Rejection> check(VehicleTelemetry report) {
        return id("vehicle_id", report.getVehicleId(), MAX_VEHICLE_ID)
                .or(() -> time("recorded_at", report.getRecordedAt()))
                .or(() -> position(report.getLatitude(), report.getLongitude()))
                .or(() -> rangeIfGiven("speed_kmh", report.getSpeedKmh(), 0, MAX_SPEED_KMH))
                .or(() -> rangeIfGiven("heading_deg", report.getHeadingDeg(), 0, FULL_CIRCLE))
                .or(() -> shortText("fuel_type", report.getFuelType(), MAX_SHORT_TEXT))
                .or(() -> shortText("make", report.getMake(), MAX_SHORT_TEXT))
                .or(() -> shortText("model", report.getModel(), MAX_SHORT_TEXT))
                .or(() -> rangeIfGiven("model_year", report.getModelYear(), 1900, 2100));
    }
}
