package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.intake.DedupState;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordClassifier;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Verdict;
import io.carriageway.row.Journey;
import io.carriageway.schemas.SingleObjectCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real files of receivers and feeds, from intake to the journey. */
class SharedCasesTest {

    private static final LatenessConfig LIMITS = new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1));
    private static final double KMH_PER_METRE_PER_SECOND = 3.6;

    private final RecordClassifier<VehicleTelemetry> classifier =
            new RecordClassifier<>(new TelemetryRules(), LIMITS, null);
    private final DedupState dedupState = new DedupState(LIMITS);

    @Test
    void aFixOfZeroMakesNoJourneyToTheGulfOfGuinea() throws Exception {
        var points = new ArrayList<JourneyPoint>();
        var reasons = new ArrayList<String>();
        for (var columns : lines("zero_fix.csv")) {
            var report = report(columns[0], Instant.parse(columns[1]), columns[2], columns[3]);
            report.setSpeedKmh(Double.valueOf(columns[4]));
            var verdict = verdict(report);
            if (verdict instanceof Verdict.Refused<VehicleTelemetry> refused) {
                reasons.add(refused.rejection().reason());
            } else {
                points.add(point(accepted(verdict), points.size()));
            }
        }
        assertThat(reasons).containsExactly("position-zero");
        assertThat(Journeys.batch(points.toArray(new JourneyPoint[0])))
                .extracting(Journey::getDistanceM, Journey::getSpeedAvgMh, Journey::getImplausible)
                .containsExactly(tuple(111L, 13_343L, 0L));
    }

    @Test
    void aFeedOfTransitSaysNorthAndNothingInItsOwnWay() throws Exception {
        var accepted = new ArrayList<VehicleTelemetry>();
        for (var columns : lines("gtfs_rt_positions.csv")) {
            var report = report(columns[0], Instant.ofEpochSecond(Long.parseLong(columns[1])), columns[2], columns[3]);
            report.setHeadingDeg(number(columns[4]));
            var speed = number(columns[5]);
            report.setSpeedKmh(speed == null ? null : Double.valueOf(speed * KMH_PER_METRE_PER_SECOND));
            accepted.add(accepted(verdict(report)));
        }
        assertThat(accepted).extracting(VehicleTelemetry::getHeadingDeg).containsExactly(0.0, null, null);
        assertThat(accepted)
                .extracting(report -> Speeds.metresPerHourOrNull(report.getSpeedKmh()))
                .containsExactly(29_880, null, null);
    }

    private static List<String[]> lines(String name) throws IOException {
        var data = System.getenv("TESTDATA_DIR");
        assumeTrue(data != null, "TESTDATA_DIR is not set");
        var file = Path.of(data, "cases", "telemetry", name);
        assumeTrue(Files.exists(file), () -> file + " is missing");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Double number(String column) {
        return column.isEmpty() ? null : Double.valueOf(column);
    }

    private static VehicleTelemetry report(String vehicle, Instant at, String latitude, String longitude) {
        return VehicleTelemetry.newBuilder()
                .setVehicleId(vehicle)
                .setRecordedAt(at)
                .setLatitude(Double.parseDouble(latitude))
                .setLongitude(Double.parseDouble(longitude))
                .setVehicleClass(VehicleClass.BUS)
                .build();
    }

    private Verdict<VehicleTelemetry> verdict(VehicleTelemetry report) throws InterruptedException {
        long at = report.getRecordedAt().toEpochMilli();
        return classifier.classify(
                new RawRecord(
                        new RecordOrigin("vehicle-telemetry", 0, at, at),
                        report.getVehicleId().getBytes(StandardCharsets.UTF_8),
                        new SingleObjectCodec<>(VehicleTelemetry.class).encode(report)),
                dedupState);
    }

    private static VehicleTelemetry accepted(Verdict<VehicleTelemetry> verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted<VehicleTelemetry>) verdict).event();
    }

    private static JourneyPoint point(VehicleTelemetry report, long offset) {
        return new JourneyPoint(
                report.getRecordedAt().toEpochMilli(),
                0,
                offset,
                report.getLatitude(),
                report.getLongitude(),
                Speeds.metresPerHourOrNull(report.getSpeedKmh()));
    }
}
