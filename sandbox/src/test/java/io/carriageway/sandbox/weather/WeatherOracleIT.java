package io.carriageway.sandbox.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.DeadLetter;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.ForeignMessages;
import io.carriageway.sandbox.oracle.TestData;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An hour of four stations with every trouble in it, some of it under schemas of other tools, judged row by row. */
@ExtendWith(SandboxExtension.class)
class WeatherOracleIT {

    private static final long SEED = 11;

    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox) throws Exception {
        try (var registry = ForeignMessages.registry("WeatherObservation")) {
            agrees(sandbox, registry.url());
        }
    }

    private static void agrees(Sandbox sandbox, String registryUrl) throws Exception {
        var records = ForeignMessages.among("WeatherObservation", StationsWithFaults.records(SEED));
        var run = new WeatherRun(sandbox, "weather_oracle", 2)
                .with("schema.registry.url", registryUrl)
                // short, so that windows become final while the job still runs
                .with("partition.lag", "2 min");
        run.topic(run.inputTopic()).sendAll(records);

        var rules = TestData.resource("alerts-of-tests.yaml");
        run.raiseAlertsBy(rules);

        var job = run.start(2);
        run.awaitBadEnd();
        Eventually.holds(
                "the first windows are final", () -> run.number("SELECT COUNT(*) FROM weather_10m WHERE complete") > 0);
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();

        try (var oracle = WeatherOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, run.topic(run.inputTopic()).clockMillis(), Duration.ofMinutes(12))
                    .agree();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records.size());
            assertThat(run.number("SELECT COUNT(*) FROM event_ledger_1m"
                            + " WHERE received <> accepted + duplicate + late + rejected"))
                    .isZero();
            assertThat(run.number("SELECT LEAST(SUM(accepted), SUM(duplicate), SUM(late)) FROM event_ledger_1m"))
                    .as("every verdict was given, often")
                    .isGreaterThan(20);
            assertThat(records)
                    .as("many records are of other tools' schemas")
                    .filteredOn(record -> record.value() != null && record.value().length > 0 && record.value()[0] == 0)
                    .hasSizeGreaterThan(200);
            assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter").rows())
                    .as("every defect was met, and the future")
                    .hasSize(WeatherDefect.values().length + 1);
        }
        assertTheSilentStationHasAGap(run);
        assertThat(run.query("SELECT SUM(humidex_milli IS NULL) > 0, SUM(humidex_milli IS NOT NULL) > 0,"
                        + " SUM(heat_index_milli_c IS NULL) > 0, SUM(heat_index_milli_c IS NOT NULL) > 0,"
                        + " SUM(wind_mm_s_sum IS NULL) > 0, SUM(precipitation_um_h_sum IS NULL) > 0,"
                        + " SUM(temperature_milli_c_sum IS NULL) > 0, SUM(humidity_milli_pct_sum IS NULL) > 0,"
                        + " SUM(temperature_observations < observations) > 0 FROM weather_10m"))
                .as("formulas held and did not, quantities were measured and were not")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1", "1", "1", "1"));
        assertThat(run.deadLetters())
                .as("whoever mends a sender sees what it sent")
                .extracting(letter ->
                        letter.getPayload() == null ? 0 : letter.getPayload().remaining())
                .isEqualTo(run.deadLetters().stream()
                        .map(DeadLetter::getPayloadLength)
                        .toList());
    }

    private static void assertTheSilentStationHasAGap(WeatherRun run) throws Exception {
        assertThat(run.query("SELECT station_id, COUNT(*) FROM weather_10m"
                        + " WHERE window_start BETWEEN '2026-07-01 12:00' AND '2026-07-01 12:59'"
                        + " GROUP BY station_id ORDER BY station_id"))
                .containsExactly(
                        List.of("st-1", "6"),
                        List.of(StationsWithFaults.SILENT, "4"),
                        List.of("st-4", "6"),
                        List.of("st-5", "6"));
    }
}
