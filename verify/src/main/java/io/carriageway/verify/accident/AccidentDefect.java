package io.carriageway.verify.accident;

import io.carriageway.event.AccidentReport;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.EventDefect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A defect of a report. Its name is the reason for which the record must be rejected. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below capture nothing
enum AccidentDefect implements EventDefect.Named<AccidentReport> {
    EMPTY_VALUE(report -> report, bytes -> null),
    WRONG_MAGIC(report -> report, bytes -> "[]".getBytes(StandardCharsets.UTF_8)),
    FIELD_MISSING(report -> report, bytes -> "{\"accident\":1}".getBytes(StandardCharsets.UTF_8)),
    FIELD_INVALID(report -> report, bytes -> "{\"status\":\"CLOSED\"}".getBytes(StandardCharsets.UTF_8)),
    UNKNOWN_SCHEMA(report -> report, EventDefect::underUnknownSchema),
    CORRUPT(report -> report, bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
    ID_INVALID(report -> report.setAccidentId("")),
    TIME_OUT_OF_RANGE(report -> report.setReportedAt(Instant.ofEpochMilli(Long.MAX_VALUE))),
    /** Seconds taken for milliseconds. */
    TOO_OLD(report -> report.setOccurredAt(
                    Instant.ofEpochMilli(report.getReportedAt().getEpochSecond()))
            .setReportedAt(Instant.ofEpochMilli(report.getReportedAt().getEpochSecond()))),
    KEY_MISMATCH(report -> report.setAccidentId("a-of-another-key")),
    LATITUDE_OUT_OF_RANGE(report -> report.setLatitude(91)),
    LONGITUDE_OUT_OF_RANGE(report -> report.setLongitude(Double.NaN)),
    POSITION_ZERO(report -> report.setLatitude(0).setLongitude(-0.0)),
    OCCURRED_AFTER_REPORT(report -> report.setOccurredAt(report.getReportedAt().plusMillis(1))),
    OCCURRED_TOO_LONG_AGO(report -> report.setOccurredAt(
            report.getReportedAt().minus(ReportsWithFaults.REPORT_LIMIT).minus(Duration.ofMillis(1)))),
    VEHICLES_OUT_OF_RANGE(report -> report.setVehicles(-1)),
    CASUALTIES_OUT_OF_RANGE(report -> report.setCasualties(10_001)),
    PEDESTRIANS_OUT_OF_RANGE(report -> report.setCasualties(1).setPedestrians(2)),
    CYCLES_OUT_OF_RANGE(report -> report.setVehicles(1).setCycles(2)),
    SPEED_LIMIT_KMH_OUT_OF_RANGE(report -> report.setSpeedLimitKmh(201));

    private final UnaryOperator<AccidentReport.Builder> spoilReport;
    private final UnaryOperator<byte[]> spoilValue;

    AccidentDefect(UnaryOperator<AccidentReport.Builder> spoilReport) {
        this(spoilReport, UnaryOperator.identity());
    }

    AccidentDefect(UnaryOperator<AccidentReport.Builder> spoilReport, UnaryOperator<byte[]> spoilValue) {
        this.spoilReport = spoilReport;
        this.spoilValue = spoilValue;
    }

    @Override
    public byte[] spoil(AccidentReport report, SingleObjectCodec<AccidentReport> codec) {
        return spoilValue.apply(codec.encode(
                spoilReport.apply(AccidentReport.newBuilder(report)).build()));
    }
}
