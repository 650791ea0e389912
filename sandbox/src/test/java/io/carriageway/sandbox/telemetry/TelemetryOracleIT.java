package io.carriageway.sandbox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ten minutes of vehicles with every trouble in them, judged row by row. */
@ExtendWith(SandboxExtension.class)
class TelemetryOracleIT {

    private static final long SEED = 11;

    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var roads = Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(VehiclesWithFaults.START.plus(Duration.ofMinutes(5))));
        var records = VehiclesWithFaults.records(SEED, TestData.seededTime());
        var run = new TelemetryRun(sandbox, "telemetry_oracle", 2, roads, VehiclesWithFaults.JOURNEY_GAP)
                // short, so that minutes become final while the job still runs
                .with("partition.lag", "2 min");
        run.topic(run.inputTopic()).sendAll(records);

        var rules = TestData.resource("alerts-of-tests.yaml");
        run.raiseAlertsBy(rules);

        var job = run.start(2);
        run.awaitBadEnd();
        Eventually.holds(
                "the first minutes are final",
                () -> run.number("SELECT COUNT(*) FROM segment_speed_1m WHERE complete") > 0);
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();

        try (var oracle = TelemetryOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.agreesWithSpeeds();
            oracle.alerts(rules, run.topic(run.inputTopic()).clockMillis(), Duration.ofMinutes(12))
                    .agree();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records.size());
            assertThat(run.number("SELECT LEAST(SUM(accepted), SUM(duplicate), SUM(late)) FROM event_ledger_1m"))
                    .as("every verdict was given, often")
                    .isGreaterThan(20);
            assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter").rows())
                    .as("every defect was met, and the future")
                    .hasSize(TelemetryDefect.values().length + 1);
        }
        assertThat(run.query("SELECT SUM(reports) = (SELECT SUM(accepted) FROM event_ledger_1m),"
                        + " SUM(matched) = (SELECT SUM(samples) FROM segment_speed_1m),"
                        + " SUM(reports) = (SELECT SUM(samples) FROM journey),"
                        + " SUM(off_road) > 20, SUM(wrong_heading) > 20, SUM(without_speed) > 20"
                        + " FROM telemetry_match_1m"))
                .as("no report is lost between the ledger and the tables, matched or not")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1"));
        assertThat(run.query("SELECT SUM(implausible) > 50, SUM(implausible = 0) > 0, SUM(speed_max_mh IS NULL) > 0,"
                        + " MAX(distance_m) < 30000 FROM journey"))
                .as("implausible reports were met, and left out of distances")
                .containsExactly(List.of("1", "1", "1", "1"));
        assertTheRoadsAreReferenceData(run);
    }

    private static void assertTheRoadsAreReferenceData(TelemetryRun run) throws Exception {
        assertThat(run.query("SELECT COUNT(*), COUNT(DISTINCT segment_id), SUM(zone.zone_id IS NULL)"
                        + " FROM segment LEFT JOIN zone USING (zone_id)"))
                .containsExactly(List.of("42", "41", "0"));
        assertThat(run.query("SELECT valid_from, valid_to FROM segment WHERE segment_id = 'v-1-1' ORDER BY 1"))
                .containsExactly(
                        Arrays.asList("1970-01-01 00:00:00", "2026-07-01 12:05:00"),
                        Arrays.asList("2026-07-01 12:05:00", null));
        assertThat(run.query("SELECT DISTINCT free_flow_kmh IS NULL, free_flow_source, road_class, lanes, attribution"
                        + " FROM v_segment ORDER BY 1"))
                .as("a speed has its source")
                .containsExactly(
                        Arrays.asList("0", "given", null, null, null), Arrays.asList("1", null, null, null, null));
        assertThat(run.query("SELECT COUNT(*) = (SELECT COUNT(*) FROM segment_speed_1m), SUM(zone_id IS NULL),"
                        + " SUM(p50_of_free_flow_pct IS NULL) > 0, MIN(p50_of_free_flow_pct) > 0 FROM v_segment_speed"))
                .as("the view finds one version of every segment, whether its free-flow speed is known or not")
                .containsExactly(List.of("1", "0", "1", "1"));
    }
}
