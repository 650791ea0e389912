package io.carriageway.sandbox.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.TestData;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten city minutes with every trouble in them, judged row by row. */
@ExtendWith(SandboxExtension.class)
class CameraOracleIT {

    private static final long SEED = 11;

    @Test
    void everyColumnOfEveryRowIsTheOraclesInTablesAndLake(Sandbox sandbox) throws Exception {
        var records = CityWithFaults.records(SEED, TestData.seededTime(), Duration.ofSeconds(3));
        var run = new CameraRun(sandbox, "oracle", 2)
                .cameras(CityWithFaults.carriagewayPolygons(SEED))
                // short, so that minutes become final while the job still runs
                .with("partition.lag", "2 min");
        run.topic(run.cameraTopic()).sendAll(records);

        var rules = TestData.resource("alerts-of-tests.yaml");
        run.raiseAlertsBy(rules);

        var job = run.start(2, new BoxesFromBytes());
        CityWithFaults.awaitEnd(run);
        Eventually.holds(
                "the first minutes are final",
                () -> run.number("SELECT COUNT(*) FROM camera_traffic_1m WHERE complete") > 0);
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();

        try (var oracle = CameraOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, run.topic(run.inputTopic()).clockMillis(), Duration.ofMinutes(12))
                    .agree();
            assertThat(run.number("SELECT SUM(received) FROM event_ledger_1m")).isEqualTo(records.size());
            assertThat(run.number("SELECT LEAST(SUM(accepted), SUM(duplicate), SUM(late)) FROM event_ledger_1m"))
                    .as("every verdict was given, often")
                    .isGreaterThan(20);
            assertThat(oracle.rows("SELECT DISTINCT reason FROM dead_letter").rows())
                    .as("every defect was met, and the future")
                    .hasSize(Defect.values().length + 1);
        }
    }
}
