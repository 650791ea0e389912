package io.carriageway.accident;

import static io.carriageway.intake.FieldRules.id;
import static io.carriageway.intake.FieldRules.position;
import static io.carriageway.intake.FieldRules.rangeIfGiven;
import static io.carriageway.intake.FieldRules.reject;
import static io.carriageway.intake.FieldRules.time;
import static io.carriageway.intake.TextRules.words;

import io.carriageway.event.AccidentReport;
import io.carriageway.intake.Rejection;
import io.carriageway.intake.TopicRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Validation rules of topic accident: each value is within the bounds of its schema. The accident occurred neither
 * after the report nor more than the report limit before it.
 *
 * @param reportLimit time after an accident during which reports on it are accepted, and its state is kept
 */
public record AccidentRules(Duration reportLimit) implements TopicRules<AccidentReport> {

    private static final int MAX_ACCIDENT_ID = 64;
    private static final int MAX_VEHICLES = 1_000;
    private static final int MAX_CASUALTIES = 10_000;

    @Override
    public Class<AccidentReport> recordClass() {
        return AccidentReport.class;
    }

    /** Cuts the reporter's texts to their limit, and strips them. */
    @Override
    public AccidentReport normalised(AccidentReport report) {
        report.setRoadCondition(words(report.getRoadCondition()));
        report.setVisibility(words(report.getVisibility()));
        report.setAuthority(words(report.getAuthority()));
        report.setDescription(words(report.getDescription()));
        return report;
    }

    @Override
    public String entityId(AccidentReport report) {
        return report.getAccidentId();
    }

    @Override
    public String identity(AccidentReport report) {
        return report.getAccidentId()
                + '\n'
                + report.getStatus()
                + '\n'
                + report.getReportedAt().toEpochMilli();
    }

    @Override
    public Instant eventTime(AccidentReport report) {
        return report.getReportedAt();
    }

    @Override
    public Optional<Rejection> check(AccidentReport report) {
        return id("accident_id", report.getAccidentId(), MAX_ACCIDENT_ID)
                .or(() -> time("reported_at", report.getReportedAt()))
                .or(() -> time("occurred_at", report.getOccurredAt()))
                .or(() -> position(report.getLatitude(), report.getLongitude()))
                .or(() -> times(report))
                .or(() -> rangeIfGiven("vehicles", report.getVehicles(), 0, MAX_VEHICLES))
                .or(() -> rangeIfGiven("casualties", report.getCasualties(), 0, MAX_CASUALTIES))
                .or(() -> part("pedestrians", report.getPedestrians(), report.getCasualties(), MAX_CASUALTIES))
                .or(() -> part("cycles", report.getCycles(), report.getVehicles(), MAX_VEHICLES))
                .or(() -> rangeIfGiven("speed_limit_kmh", report.getSpeedLimitKmh(), 5, 200));
    }

    private Optional<Rejection> times(AccidentReport report) {
        var age = Duration.between(report.getOccurredAt(), report.getReportedAt());
        if (age.isNegative()) {
            return reject(
                    "occurred-after-report",
                    "occurred_at is %s, after reported_at %s"
                            .formatted(report.getOccurredAt(), report.getReportedAt()));
        }
        return age.compareTo(reportLimit) > 0
                ? reject(
                        "occurred-too-long-ago",
                        "occurred_at is %s, more than %s before reported_at %s"
                                .formatted(report.getOccurredAt(), reportLimit, report.getReportedAt()))
                : Optional.empty();
    }

    /** Checks that a part is not greater than its whole, if the whole is known. */
    private static Optional<Rejection> part(String field, Integer some, Integer whole, int max) {
        return rangeIfGiven(field, some, 0, whole == null ? max : whole);
    }
}
