package io.carriageway.sandbox.accident;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.telemetry.TestStreets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An hour of accidents and weather with every trouble in it, judged row by row. */
@ExtendWith(SandboxExtension.class)
class AccidentOracleIT {

    private static final long SEED = 11;

    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var roads = Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(5))));
        var records = ReportsWithFaults.records(SEED);
        var run = new AccidentRun(sandbox, "accident_oracle", 2, roads)
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                // short, so that rows become final while the job still runs
                .with("partition.lag", "2 min");
        run.weatherTopic().sendAll(WeatherThere.records(SEED, ReportsWithFaults.END));
        run.topic(run.inputTopic()).sendAll(records);

        var job = run.start(2);
        run.awaitBadEnd();
        Eventually.holds(
                "every accident is final",
                () -> run.number("SELECT COUNT(*) > 0 AND MIN(complete) FROM accident") == 1);
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();

        try (var oracle = AccidentOracle.of(run)) {
            oracle.agreesWithEverything();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records.size());
            assertThat(run.number("SELECT COUNT(*) FROM event_ledger_1m"
                            + " WHERE received <> accepted + duplicate + late + rejected"))
                    .isZero();
            assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter").rows())
                    .as("every defect was met, and the future")
                    .hasSize(AccidentDefect.values().length + 1);
        }
        assertThat(run.query("SELECT SUM(status = 'ACTIVE') > 0, SUM(resolved_at > first_seen) > 0,"
                        + " SUM(segment_id IS NULL) > 0, SUM(segment_id IS NOT NULL) > 0,"
                        + " SUM(weather_station_id IS NULL) > 0, COUNT(DISTINCT weather_station_id) > 1,"
                        + " SUM(weather_station_id IS NOT NULL AND weather_wind_mm_s IS NULL) > 0 FROM accident"))
                .as("every case was met")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1", "1"));
        assertThat(run.number("SELECT COUNT(*) FROM v_accident a JOIN accident t USING (accident_id)"
                        + " WHERE a.weather_temperature_c <=> t.weather_temperature_milli_c / 1000"
                        + " AND a.duration_min IS NULL = (t.status = 'ACTIVE')"))
                .as("the view has a row for each")
                .isEqualTo(run.number("SELECT COUNT(*) FROM accident"));
        assertThat(run.number("SELECT COUNT(*) FROM v_accident_1h WHERE casualties_per_accident IS NULL"))
                .as("no accident and no answer have no average")
                .isEqualTo(run.number("SELECT COUNT(*) FROM accident_1h WHERE accidents = 0 OR casualties IS NULL"));
        assertThat(run.query("SELECT SUM(accidents = 0) > 0, SUM(accidents > 1) > 0, SUM(vehicles IS NULL) > 0"
                        + " FROM accident_1h"))
                .as("accidents moved on, met, and did not tell")
                .containsExactly(List.of("1", "1", "1"));
        assertThat(run.query(
                                "SELECT SUM(weather_station_id = 'far'), SUM(weather_station_id IS NOT NULL)"
                                        + " FROM accident WHERE latitude BETWEEN 53.4 AND 53.6 AND occurred_at <= '2026-07-01 12:20:00'")
                        .get(0))
                .as("the far town has the weather of its station")
                .doesNotContain("0")
                .doesNotContainNull();
        assertThat(run.query("SELECT COUNT(*) > 0, SUM(weather_station_id IS NOT NULL) FROM accident"
                        + " WHERE latitude BETWEEN 53.4 AND 53.6 AND occurred_at > '2026-07-01 12:20:00'"))
                .as("and none when the station was silent for an hour")
                .containsExactly(List.of("1", "0"));
    }
}
