package io.carriageway.verify.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.telemetry.VehiclesWithFaults;
import io.carriageway.verify.weather.StationsWithFaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Compares bounded runs with a live run over two hours of four topics with faults. */
@ExtendWith(SandboxExtension.class)
class ConditionsReplayIT {

    private static final long SEED = 11;
    private static final String BEFORE_ALL = "2026-07-01T11:50:00Z";
    private static final String AFTER_ALL = "2026-07-01T15:00:00Z";
    private static final List<String> TOPICS = List.of("detection", "vehicle-telemetry", "weather", "accident");

    private static final List<Case> CASES = List.of(
            new Case("all_streaming_2", "streaming", 2, BEFORE_ALL, AFTER_ALL),
            new Case("all_batch_1", "batch", 1, BEFORE_ALL, AFTER_ALL),
            new Case("some_streaming_1", "streaming", 1, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z"),
            new Case("some_batch_2", "batch", 2, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z"));

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRun(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var roads = Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(7))));
        var live = run(sandbox, "conditions_live", roads);
        live.send("detection", DetectionsWithFaults.records(SEED));
        live.send("vehicle-telemetry", VehiclesWithFaults.records(SEED, Duration.ofMinutes(30)));
        live.send("weather", StationsWithFaults.records(SEED));
        live.send("accident", ReportsWithFaults.records(SEED));
        var job = live.start(2);
        Eventually.holds(
                "the last window with frames is final in every zone",
                () -> live.number("SELECT COUNT(*) > 4 AND MIN(complete) FROM road_conditions_5m"
                                + " WHERE window_start = '2026-07-01 14:00'")
                        == 1);
        live.drain(job);

        var replays = new Replays(live, Map.of("road_conditions_5m", "window_start"));
        for (var each : CASES) {
            var replay = run(sandbox, "conditions_" + each.name(), roads);
            TOPICS.forEach(
                    topic -> replay.with("topic." + topic, live.input(topic).name()));
            each.options().forEach(option -> replay.with(option.get(0), option.get(1)));
            var replayed = replay.start(each.parallelism());
            replay.awaitEnd(replayed);
            assertThat(replay.lateRecordsDropped(replayed)).isZero();
            replays.agree(replay, each);
        }
    }

    /** An accident counts for 40 minutes, which is longer than what is replayed. */
    private static ConditionsRun run(Sandbox sandbox, String name, Path roads) throws Exception {
        return new ConditionsRun(sandbox, name, 2, roads, Duration.ofMinutes(40))
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                .with("partition.lag", DetectionsWithFaults.PARTITION_LAG.toMinutes() + " min");
    }
}
