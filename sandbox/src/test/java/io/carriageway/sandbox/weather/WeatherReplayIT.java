package io.carriageway.sandbox.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Replays;
import io.carriageway.sandbox.oracle.Replays.Case;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An hour of four troubled stations, computed live and again by bounded runs of every kind. */
@ExtendWith(SandboxExtension.class)
class WeatherReplayIT {

    private static final long SEED = 12;
    private static final String BEFORE_ALL = "2026-07-01T11:50:00Z";
    private static final String AFTER_ALL = "2026-07-01T13:20:00Z";
    private static final Map<String, String> TABLES =
            Map.of("weather_10m", "window_start", "event_ledger_1m", "minute");

    private static final List<Case> CASES = List.of(
            new Case("all_streaming_1", "streaming", 1, BEFORE_ALL, AFTER_ALL),
            new Case("all_streaming_3", "streaming", 3, BEFORE_ALL, AFTER_ALL),
            new Case("all_batch_2", "batch", 2, BEFORE_ALL, AFTER_ALL),
            new Case("some_streaming_2", "streaming", 2, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z"),
            new Case("some_batch_3", "batch", 3, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z"),
            new Case("some_batch_1", "batch", 1, "2026-07-01T12:30:00Z", "2026-07-01T12:40:00Z"));

    @Test
    void everyBoundedRunGivesTheRowsOfTheLiveRun(Sandbox sandbox) throws Exception {
        var live = troubled(sandbox, "weather_live");
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);

        var replays = new Replays(live, TABLES);
        for (var each : CASES) {
            var replay = replay(sandbox, live, "weather_" + each.name(), each);
            var replayed = replay.start(each.parallelism());
            replay.awaitEnd(replayed);
            assertThat(replay.lateRecordsDropped(replayed)).isZero();
            replays.agree(replay, each);
            assertThat(replay.deadLetters()).isEmpty();
        }
        assertAReplayIntoTheLiveTablesChangesNothing(live);
    }

    private static void assertAReplayIntoTheLiveTablesChangesNothing(WeatherRun live) throws Exception {
        var before = Replays.rows(live, "SELECT * FROM weather_10m");
        int letters = live.deadLetters().size();
        with(live, CASES.get(4));
        live.awaitEnd(live.start(2));
        Replays.rows(live, "SELECT * FROM weather_10m").areThoseOf(before, "table weather_10m");
        assertThat(live.deadLetters()).hasSize(letters);
    }

    @Test
    void twoReplaysOfOneRangeAtOnceDoNoHarm(Sandbox sandbox) throws Exception {
        var live = troubled(sandbox, "weather_for_two");
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);
        var some = CASES.get(4);
        var both = replay(sandbox, live, "weather_two_at_once", some);

        var first = both.start(2);
        var second = both.with("mode", "streaming").start(1);
        both.awaitEnd(first);
        both.awaitEnd(second);

        new Replays(live, TABLES).agree(both, some);
    }

    @Test
    void whatTheTopicDoesNotHaveIsAnErrorUnlessGapsAreAllowed(Sandbox sandbox) throws Exception {
        var some = CASES.get(4);
        var run = with(new WeatherRun(sandbox, "weather_gaps", 2), some);
        assertThatThrownBy(() -> run.start(1))
                .hasMessageContaining("has no record that arrived from 2026-07-01T12:19:00Z")
                .hasMessageContaining("--allow-gaps true");

        run.topic(run.inputTopic()).sendAll(StationsWithFaults.records(SEED));
        run.topic(run.inputTopic()).deleteBefore(Instant.parse("2026-07-01T12:15:00Z"));
        assertThatThrownBy(() -> run.start(1))
                .hasMessageContaining("may have lost records")
                .hasMessageContaining("[0, 1]");

        run.with("to", "2026-07-01T13:20:00Z").with("from", "2026-07-01T12:40:00Z");
        assertThatThrownBy(() -> run.start(1)).hasMessageContaining("may still come");

        run.with("allow-gaps", "true");
        run.awaitEnd(run.start(2));
        assertThat(run.number("SELECT COUNT(*) FROM weather_10m WHERE complete"))
                .isEqualTo(8);
    }

    /** Ends with a record that came long after all others: input has gone on. */
    private static WeatherRun troubled(Sandbox sandbox, String name) throws Exception {
        var run = new WeatherRun(sandbox, name, 2);
        var topic = run.topic(run.inputTopic());
        topic.sendAll(StationsWithFaults.records(SEED));
        run.sendBytes("st-4", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        return run;
    }

    private static WeatherRun replay(Sandbox sandbox, WeatherRun live, String name, Case replayed) throws Exception {
        return with(new WeatherRun(sandbox, name, 1).with("topic.weather", live.inputTopic()), replayed);
    }

    private static WeatherRun with(WeatherRun run, Case replayed) {
        replayed.options().forEach(option -> run.with(option.get(0), option.get(1)));
        return run;
    }
}
