package io.carriageway.sandbox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Replays;
import io.carriageway.sandbox.oracle.Replays.Case;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Twenty minutes of troubled vehicles, computed live and again by bounded runs of every kind. */
@ExtendWith(SandboxExtension.class)
class TelemetryReplayIT {

    private static final long SEED = 12;
    private static final String BEFORE_ALL = "2026-07-01T11:50:00Z";
    private static final String AFTER_ALL = "2026-07-01T12:40:00Z";
    private static final Map<String, String> TABLES = Map.of(
            "segment_speed_1m",
            "window_start",
            "telemetry_match_1m",
            "window_start",
            "journey",
            "started_at",
            "event_ledger_1m",
            "minute");

    private static final List<Case> CASES = List.of(
            new Case("all_streaming_1", "streaming", 1, BEFORE_ALL, AFTER_ALL),
            new Case("all_streaming_3", "streaming", 3, BEFORE_ALL, AFTER_ALL),
            new Case("all_batch_2", "batch", 2, BEFORE_ALL, AFTER_ALL),
            new Case("some_streaming_2", "streaming", 2, "2026-07-01T12:07:00Z", "2026-07-01T12:13:00Z"),
            new Case("some_batch_3", "batch", 3, "2026-07-01T12:07:00Z", "2026-07-01T12:13:00Z"),
            new Case("some_batch_1", "batch", 1, "2026-07-01T12:14:00Z", "2026-07-01T12:15:00Z"));

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRun(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var roads = Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(VehiclesWithFaults.START.plus(Duration.ofMinutes(5))));
        var live = troubled(sandbox, roads);
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);

        var replays = new Replays(live, TABLES);
        for (var each : CASES) {
            var replay = replay(sandbox, live, "telemetry_" + each.name(), each);
            var replayed = replay.start(each.parallelism());
            replay.awaitEnd(replayed);
            assertThat(replay.lateRecordsDropped(replayed)).isZero();
            replays.agree(replay, each);
            assertThat(replay.deadLetters()).isEmpty();
        }
        assertAJourneyThatMayGoOnIsNotWritten(sandbox, live);
    }

    private static void assertAJourneyThatMayGoOnIsNotWritten(Sandbox sandbox, TelemetryRun live) throws Exception {
        var some = new Case("open_journeys", "batch", 2, "2026-07-01T12:07:00Z", "2026-07-01T12:13:00Z");
        var replay = replay(sandbox, live, "telemetry_" + some.name(), some).with("journey.lookahead", "1 min");
        replay.awaitEnd(replay.start(2));
        var ofRange =
                "SELECT * FROM journey WHERE started_at >= '2026-07-01 12:07' AND started_at < '2026-07-01 12:13'";
        // after 12:13 nothing is certain but a minute, which is the gap
        Replays.rows(replay, "SELECT * FROM journey")
                .areThoseOf(Replays.rows(live, ofRange + " AND ended_at < '2026-07-01 12:13'"), "ended journeys");
        assertThat(replay.number("SELECT COUNT(*) FROM journey"))
                .isLessThan(Replays.rows(live, ofRange).rows().size());
    }

    /** Ends with a record that came long after all others: input has gone on. */
    private static TelemetryRun troubled(Sandbox sandbox, Path roads) throws Exception {
        var run = new TelemetryRun(sandbox, "telemetry_live", 2, roads, VehiclesWithFaults.JOURNEY_GAP);
        run.topic(run.inputTopic()).sendAll(VehiclesWithFaults.records(SEED, Duration.ofMinutes(20)));
        run.sendBytes("v-0", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        return run;
    }

    private static TelemetryRun replay(Sandbox sandbox, TelemetryRun live, String name, Case replayed)
            throws Exception {
        var run = new TelemetryRun(sandbox, name, 1, live.network(), live.journeyGap())
                .with("topic.vehicle-telemetry", live.inputTopic())
                .with("journey.lookahead", "15 min");
        replayed.options().forEach(option -> run.with(option.get(0), option.get(1)));
        return run;
    }
}
