package io.carriageway.verify.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.oracle.TestData;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.telemetry.VehiclesWithFaults;
import io.carriageway.verify.weather.StationsWithFaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares two hours of cameras, vehicles, weather and accidents with every fault with the oracle. */
@ExtendWith(SandboxExtension.class)
class ConditionsOracleIT {

    private static final long SEED = 11;

    /** In one run accidents expire before their next report; in the other only long after their last. */
    @ParameterizedTest
    @ValueSource(ints = {6, 40})
    void everyColumnOfEveryRowIsTheOraclesInTableAndLake(int activeForMinutes, Sandbox sandbox, @TempDir Path folder)
            throws Exception {
        var roads = Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(7))));
        var run = new ConditionsRun(
                        sandbox,
                        "conditions_oracle_" + activeForMinutes,
                        2,
                        roads,
                        Duration.ofMinutes(activeForMinutes))
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                .with("partition.lag", DetectionsWithFaults.PARTITION_LAG.toMinutes() + " min");
        run.send("detection", DetectionsWithFaults.records(SEED));
        run.send("vehicle-telemetry", VehiclesWithFaults.records(SEED, Duration.ofMinutes(30)));
        run.send("weather", weather());
        run.send("accident", ReportsWithFaults.records(SEED));

        var rules = TestData.resource("alerts-of-tests.yaml");
        run.raiseAlertsBy(rules);

        var job = run.start(2);
        Eventually.holds(
                "the last window with frames is final in every zone",
                () -> run.number("SELECT COUNT(*) > 4 AND MIN(complete) FROM road_conditions_5m"
                                + " WHERE window_start = '2026-07-01 14:00'")
                        == 1);
        run.drain(job);

        assertThat(run.lateRecordsDropped(job)).isZero();
        try (var oracle = ConditionsOracle.of(run)) {
            oracle.agreesWithEverything();
            oracle.alerts(rules, ReportsWithFaults.END.toEpochMilli(), Duration.ofMinutes(14))
                    .agree();
            assertEveryCaseWasMet(oracle);
        }
        assertTheViewHasARowForEach(run);
    }

    /** The weather of the stations, and at last an observation that is just recent enough at the end of a window. */
    private static List<Sent> weather() {
        var observedAt = Instant.parse("2026-07-01T12:59:59.999Z");
        var last = WeatherObservation.newBuilder()
                .setStationId("edge")
                .setObservedAt(observedAt)
                .setLatitude(52.55)
                .setLongitude(13.4)
                .setTemperatureC(-0.0005)
                .setHumidityPct(88.8885)
                .setVisibilityM(1234.5)
                .setCondition(WeatherCondition.FOG)
                .build();
        var records = new ArrayList<>(StationsWithFaults.records(SEED));
        records.add(new Sent(
                "edge".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(WeatherObservation.class).encode(last),
                observedAt.toEpochMilli()));
        return records;
    }

    private static void assertEveryCaseWasMet(ConditionsOracle oracle) throws Exception {
        oracle.isTrue(
                "rows without frames, without samples, with both, without weather; every level; accidents that end",
                """
                SELECT bool_or(frames = 0) AND bool_or(samples = 0) AND bool_or(frames > 0 AND samples > 0)
                    AND bool_or(vehicle_sum = 0)
                    AND bool_or(weather_station_id IS NULL) AND count(DISTINCT weather_station_id) > 1
                    AND bool_or(weather_station_id IS NOT NULL AND weather_wind_mm_s IS NULL)
                    AND count(DISTINCT level_of_service) = 6
                    AND max(active_accidents) > 1
                FROM road_conditions_5m
                """);
        oracle.isTrue(
                "a zone had accidents and then none",
                """
                SELECT count(*) > 0 FROM road_conditions_5m a JOIN road_conditions_5m b USING (zone_id)
                WHERE a.active_accidents > 0 AND b.active_accidents = 0 AND a.window_start < b.window_start
                """);
        oracle.isTrue(
                "weather of an hour ago was used, and five minutes later none",
                """
                SELECT count(*) > 0 FROM road_conditions_5m a JOIN road_conditions_5m b USING (zone_id)
                WHERE a.weather_station_id = 'edge' AND a.window_start = '2026-07-01 13:55'
                    AND b.weather_station_id IS NULL AND b.window_start = '2026-07-01 14:00'
                """);
        oracle.isTrue(
                "accidents moved to another zone within a window, and were reopened",
                """
                SELECT count(DISTINCT zone_id) > 1 AND count(*) FILTER (status = 'ACTIVE' AND before = 'RESOLVED') > 0
                FROM (SELECT *, lag(status) OVER (PARTITION BY accident_id ORDER BY reported_at_ms) AS before
                    FROM accident.verdict WHERE verdict = 'accepted')
                """);
        oracle.isTrue(
                "detections were accepted, duplicate, late and bad; copies had other results",
                """
                SELECT count(DISTINCT verdict) = 4
                    AND (SELECT count(*) FROM detection.verdict a JOIN detection.verdict b
                        USING (source_partition, source_offset)
                        WHERE a.verdict = 'accepted' AND b.verdict = 'duplicate' AND a.vehicles <> b.vehicles) > 3
                FROM detection.verdict
                """);
        oracle.isTrue(
                "only the failed camera is in its zone, which has a gap of four windows",
                """
                SELECT count(DISTINCT start_ms) = 21 FROM zone_frames
                WHERE zone_id IN (SELECT zone_id FROM detection.record WHERE camera_id = 'cam-4')
                """);
    }

    private static void assertTheViewHasARowForEach(ConditionsRun run) throws Exception {
        assertThat(run.number("SELECT COUNT(*) FROM v_road_conditions v"
                        + " JOIN road_conditions_5m t USING (zone_id, window_start)"
                        + " WHERE v.vehicles_per_frame <=> t.vehicle_sum / t.frames"
                        + " AND v.free_flow_kmh <=> t.free_flow_sum_mh / t.samples / 1000"
                        + " AND v.samples = t.samples AND v.vehicles <=> t.vehicles AND v.p50_kmh <=> t.p50_kmh"
                        + " AND v.level_of_service <=> t.level_of_service"
                        + " AND v.active_accidents = t.active_accidents AND v.complete = t.complete"))
                .isEqualTo(run.number("SELECT COUNT(*) FROM road_conditions_5m"));
    }
}
