package io.carriageway.sandbox.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.sandbox.topic.EventDefect;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A way to spoil a good report; its name is the reason for which the record must be refused. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
enum TelemetryDefect implements EventDefect<VehicleTelemetry> {
    EMPTY_VALUE(report -> report, bytes -> null),
    WRONG_MAGIC(report -> report, bytes -> "[]".getBytes(StandardCharsets.UTF_8)),
    FIELD_MISSING(report -> report, bytes -> "{\"vehicle\":1}".getBytes(StandardCharsets.UTF_8)),
    FIELD_INVALID(report -> report, bytes -> "{\"vehicle_id\":1}".getBytes(StandardCharsets.UTF_8)),
    UNKNOWN_SCHEMA(report -> report, EventDefect::underUnknownSchema),
    CORRUPT(report -> report, bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
    ID_INVALID(report -> report.setVehicleId("")),
    TIME_OUT_OF_RANGE(report -> report.setRecordedAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
    /** Seconds, read as milliseconds. */
    TOO_OLD(report ->
            report.setRecordedAt(Instant.ofEpochMilli(report.getRecordedAt().getEpochSecond()))),
    KEY_MISMATCH(report -> report.setVehicleId("v-99")),
    LATITUDE_OUT_OF_RANGE(report -> report.setLatitude(-91)),
    LONGITUDE_OUT_OF_RANGE(report -> report.setLongitude(Double.NaN)),
    POSITION_ZERO(report -> report.setLatitude(0).setLongitude(-0.0)),
    SPEED_KMH_OUT_OF_RANGE(report -> report.setSpeedKmh(300.001)),
    HEADING_DEG_OUT_OF_RANGE(report -> report.setHeadingDeg(360.5)),
    MODEL_YEAR_OUT_OF_RANGE(report -> report.setModelYear(1899));

    private final UnaryOperator<VehicleTelemetry.Builder> spoilReport;
    private final UnaryOperator<byte[]> spoilValue;

    TelemetryDefect(UnaryOperator<VehicleTelemetry.Builder> spoilReport) {
        this(spoilReport, UnaryOperator.identity());
    }

    TelemetryDefect(UnaryOperator<VehicleTelemetry.Builder> spoilReport, UnaryOperator<byte[]> spoilValue) {
        this.spoilReport = spoilReport;
        this.spoilValue = spoilValue;
    }

    @Override
    public byte[] spoil(VehicleTelemetry report, SingleObjectCodec<VehicleTelemetry> codec) {
        return spoilValue.apply(codec.encode(
                spoilReport.apply(VehicleTelemetry.newBuilder(report)).build()));
    }
}
