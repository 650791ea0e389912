package io.carriageway.accident;

import static io.carriageway.accident.Accidents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentStatus;
import io.carriageway.intake.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccidentRulesTest {

    private final AccidentRules rules = new AccidentRules(Duration.ofHours(24));

    @Test
    void aReportAtTheBoundsOfEveryFieldIsAcceptable() {
        assertThat(rules.check(Accidents.good()
                        .setOccurredAt(NOON.minus(Duration.ofHours(24)))
                        .setVehicles(1_000)
                        .setCycles(1_000)
                        .setCasualties(10_000)
                        .setPedestrians(10_000)
                        .setSpeedLimitKmh(200)
                        .build()))
                .isEmpty();
        assertThat(rules.check(Accidents.good()
                        .setVehicles(0)
                        .setCycles(0)
                        .setCasualties(0)
                        .setPedestrians(0)
                        .setSpeedLimitKmh(5)
                        .build()))
                .isEmpty();
    }

    @Test
    void wordsOfAnyLengthAreCutBeforeAnythingSeesThem() {
        var words = "\uD83D\uDE97".repeat(2_001);
        var report = rules.normalised(Accidents.good()
                .setRoadCondition(words)
                .setVisibility(words)
                .setAuthority(words)
                .setDescription(words)
                .build());
        assertThat(List.of(
                        report.getRoadCondition(),
                        report.getVisibility(),
                        report.getAuthority(),
                        report.getDescription()))
                .containsOnly("\uD83D\uDE97".repeat(2_000));
        assertThat(rules.normalised(Accidents.good().setDescription(null).build())
                        .getDescription())
                .isNull();
    }

    /** Lake and table must have the same texts. */
    @Test
    void wordsLoseTheBlanksAroundThemBeforeAnythingSeesThem() {
        var report = rules.normalised(Accidents.good()
                .setAuthority("  police\n")
                .setVisibility(" \t")
                .setDescription(" ".repeat(3_000) + "x".repeat(1_999) + " y")
                .build());
        assertThat(report.getAuthority()).isEqualTo("police");
        assertThat(report.getVisibility()).isNull();
        assertThat(report.getDescription()).isEqualTo("x".repeat(1_999));
        assertThat(rules.normalised(AccidentReport.newBuilder(report).build())).isEqualTo(report);
    }

    @Test
    void whatIsNotReportedBoundsNothing() {
        assertThat(rules.check(
                        Accidents.good().setCycles(1_000).setPedestrians(10_000).build()))
                .isEmpty();
    }

    @Test
    void everyFaultHasItsReason() {
        assertRejected(Accidents.good().setAccidentId(""), "id-invalid");
        assertRejected(Accidents.good().setAccidentId("x".repeat(65)), "text-too-long");
        assertRejected(Accidents.good().setLatitude(Double.NaN), "latitude-out-of-range");
        assertRejected(Accidents.good().setLongitude(180.1), "longitude-out-of-range");
        assertRejected(Accidents.good().setLatitude(0).setLongitude(0), "position-zero");
        assertRejected(Accidents.good().setOccurredAt(NOON.plusMillis(1)), "occurred-after-report");
        assertRejected(
                Accidents.good().setOccurredAt(NOON.minus(Duration.ofHours(24)).minusMillis(1)),
                "occurred-too-long-ago");
        assertRejected(Accidents.good().setVehicles(1_001), "vehicles-out-of-range");
        assertRejected(Accidents.good().setCasualties(-1), "casualties-out-of-range");
        assertRejected(Accidents.good().setCasualties(1).setPedestrians(2), "pedestrians-out-of-range");
        assertRejected(Accidents.good().setVehicles(2).setCycles(3), "cycles-out-of-range");
        assertRejected(Accidents.good().setSpeedLimitKmh(4), "speed-limit-kmh-out-of-range");
    }

    @Test
    void aReportIsKnownByItsAccidentStatusAndTime() {
        var report = Accidents.good().build();
        assertThat(rules.identity(Accidents.good().setVehicles(3).build())).isEqualTo(rules.identity(report));
        assertThat(rules.identity(
                        Accidents.good().setStatus(AccidentStatus.RESOLVED).build()))
                .isNotEqualTo(rules.identity(report));
        assertThat(rules.eventTime(report)).isEqualTo(report.getReportedAt());
        assertThat(rules.entityId(report)).isEqualTo("a-1");
    }

    @Test
    void bothTimesAreOfYearsThatTablesHold() {
        var first = Instant.EPOCH.plusSeconds(60);
        assertRejected(
                Accidents.good().setReportedAt(first).setOccurredAt(Instant.EPOCH.minusMillis(1)), "time-out-of-range");
        assertRejected(Accidents.good().setReportedAt(Instant.ofEpochMilli(Long.MAX_VALUE)), "time-out-of-range");
    }

    private void assertRejected(AccidentReport.Builder report, String reason) {
        assertThat(rules.check(report.build())).map(Rejection::reason).contains(reason);
    }
}
