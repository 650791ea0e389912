package io.carriageway.sandbox.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Replays;
import io.carriageway.sandbox.oracle.Replays.Case;
import io.carriageway.sandbox.oracle.Topic.Sent;
import io.carriageway.sandbox.telemetry.TestStreets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An hour of troubled reports, and accidents that move from hour to hour, followed live and again by bounded runs. */
@ExtendWith(SandboxExtension.class)
class AccidentReplayIT {

    private static final long SEED = 12;
    private static final String TEN = "2026-07-01T10:00:00Z";
    private static final String ELEVEN = "2026-07-01T11:00:00Z";
    private static final String NOON = "2026-07-01T12:00:00Z";
    private static final String ONE = "2026-07-01T13:00:00Z";
    private static final String TWO = "2026-07-01T14:00:00Z";
    private static final String THREE = "2026-07-01T15:00:00Z";
    private static final Map<String, String> TABLES =
            Map.of("accident", "occurred_at", "accident_1h", "window_start", "event_ledger_1m", "minute");

    private static final List<Case> WHOLE = List.of(
            new Case("all_streaming_1", "streaming", 1, TEN, THREE),
            new Case("all_streaming_3", "streaming", 3, TEN, THREE),
            new Case("all_batch_2", "batch", 2, TEN, THREE),
            new Case("eleven_batch_1", "batch", 1, ELEVEN, NOON));
    private static final List<Case> FROM_NOON = List.of(
            new Case("noon_streaming_2", "streaming", 2, NOON, ONE),
            new Case("noon_batch_3", "batch", 3, NOON, ONE),
            new Case("noon_batch_1", "batch", 1, NOON, ONE));

    /** Its first report is 55 minutes older than the range: reports from before may be missing. */
    private static final String ACCIDENT_THAT_BEGAN_EARLY = "accident_id = '%s'".formatted(MovingReports.BEGAN_EARLY);

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRunOrLeavesThemOutByRule(Sandbox sandbox, @TempDir Path folder)
            throws Exception {
        var live = troubled(sandbox, "accident_live", folder);
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);
        assertEveryCaseIsThere(live);

        var replays = new Replays(live, TABLES);
        for (var each : WHOLE) {
            replays.agree(ended(replay(live, sandbox, each), each), each);
        }
        for (var each : FROM_NOON) {
            var leftOut = Map.of(
                    "accident",
                    ACCIDENT_THAT_BEGAN_EARLY,
                    "accident_1h",
                    hourOf(MovingReports.BEGAN_EARLY) + " OR " + hourOf(MovingReports.GOES_ON));
            replays.agree(ended(replay(live, sandbox, each), each), each, leftOut);
        }
        assertAnAccidentThatGoesOnIsFoundByALongerLookahead(sandbox, replays, live);
        assertAReplayIntoTheLiveTablesChangesNothing(live);
    }

    private static void assertAnAccidentThatGoesOnIsFoundByALongerLookahead(
            Sandbox sandbox, Replays replays, AccidentRun live) throws Exception {
        var some = new Case("one_streaming_3", "streaming", 3, ONE, TWO);
        replays.agree(
                ended(replay(live, sandbox, some), some), some, Map.of("accident_1h", hourOf(MovingReports.GOES_ON)));

        var longer = new Case("one_batch_2", "batch", 2, ONE, TWO);
        var replay = replay(live, sandbox, longer).with("accident.lookahead", "2 h");
        replays.agree(ended(replay, longer), longer);
    }

    private static void assertAReplayIntoTheLiveTablesChangesNothing(AccidentRun live) throws Exception {
        var accidents = Replays.rows(live, "SELECT * FROM accident");
        var hours = Replays.rows(live, "SELECT * FROM accident_1h");
        int letters = live.deadLetters().size();
        with(live, FROM_NOON.get(1));
        live.awaitEnd(live.start(2));
        Replays.rows(live, "SELECT * FROM accident").areThoseOf(accidents, "table accident");
        Replays.rows(live, "SELECT * FROM accident_1h").areThoseOf(hours, "table accident_1h");
        assertThat(live.deadLetters()).hasSize(letters);
    }

    @Test
    void aReplayWaitsForTheWeatherAndNotForAccidents(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var run = run(sandbox, "accident_quiet", 2, roads(folder));
        run.weatherTopic().sendAll(WeatherThere.records(SEED, ReportsWithFaults.END));
        with(run, new Case("soon", "batch", 1, NOON, THREE));
        assertThatThrownBy(() -> run.start(1))
                .hasMessageContaining(run.weatherTopic().name())
                .hasMessageContaining("2026-07-01T16:10:05Z or later")
                .hasMessageContaining("may still come");

        with(run, FROM_NOON.get(0));
        run.awaitEnd(run.start(1));
        assertThat(run.number("SELECT COUNT(*) FROM accident_1h"))
                .as("nothing happened, which is no gap")
                .isZero();
    }

    private static void assertEveryCaseIsThere(AccidentRun live) throws Exception {
        assertThat(live.query(
                        "SELECT accidents, event_count FROM accident_1h WHERE window_start = '2026-07-01 12:00' AND ("
                                + hourOf(MovingReports.BEGAN_EARLY) + ")"))
                .as("two accidents in one hour, one of them with four reports")
                .containsExactly(List.of("2", "5"));
        assertThat(live.query("SELECT window_start, accidents, event_count FROM accident_1h WHERE "
                        + hourOf(MovingReports.GOES_ON) + " ORDER BY window_start"))
                .as("an accident that went through three hours")
                .extracting(row -> row.subList(1, 3))
                .containsExactly(List.of("0", "7"), List.of("0", "7"), List.of("1", "7"));
    }

    private static String hourOf(String accidentId) {
        return "zone_id = (SELECT zone_id FROM accident WHERE accident_id = '%s')".formatted(accidentId);
    }

    /** The weather goes on for long after the last report. */
    private static AccidentRun troubled(Sandbox sandbox, String name, Path folder) throws Exception {
        var run = run(sandbox, name, 2, roads(folder));
        var reports = new ArrayList<>(ReportsWithFaults.records(SEED));
        reports.addAll(MovingReports.records());
        reports.sort(Comparator.comparingLong(Sent::timestampMillis));
        run.topic(run.inputTopic()).sendAll(reports);
        run.weatherTopic().sendAll(WeatherThere.records(SEED, ReportsWithFaults.END.plus(Duration.ofHours(4))));
        return run;
    }

    private static Path roads(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("roads.geojson"),
                TestStreets.geoJson(ReportsWithFaults.START.plus(Duration.ofMinutes(5))));
    }

    private static AccidentRun replay(AccidentRun live, Sandbox sandbox, Case replayed) throws Exception {
        var run = run(sandbox, "accident_" + replayed.name(), 1, live.network())
                .with("topic.accident", live.inputTopic())
                .with("topic.weather", live.weatherTopic().name());
        return with(run, replayed);
    }

    private static AccidentRun run(Sandbox sandbox, String name, int partitions, Path roads) throws Exception {
        return new AccidentRun(sandbox, name, partitions, roads)
                .with("report.limit", ReportsWithFaults.REPORT_LIMIT.toMinutes() + " min")
                .with("partition.lag", "2 min");
    }

    private static AccidentRun with(AccidentRun run, Case replayed) {
        replayed.options().forEach(option -> run.with(option.get(0), option.get(1)));
        return run;
    }

    private static AccidentRun ended(AccidentRun replay, Case replayed) throws Exception {
        var job = replay.start(replayed.parallelism());
        replay.awaitEnd(job);
        assertThat(replay.lateRecordsDropped(job)).isZero();
        assertThat(replay.deadLetters()).isEmpty();
        return replay;
    }
}
