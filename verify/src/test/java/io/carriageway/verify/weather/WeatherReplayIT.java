package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.topic.TopicRun;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares bounded runs with the live run over an hour of four stations with faults. */
@ExtendWith(SandboxExtension.class)
class WeatherReplayIT {

    private static final long SEED = 12;
    private static final Map<String, String> TABLES =
            Map.of("weather_10m", "window_start", "event_ledger_1m", "minute");

    private static final Case SOME =
            new Case("some_batch_3", "batch", 3, "2026-07-01T12:20:00Z", "2026-07-01T12:40:00Z");

    @Test
    void twoReplaysOfOneRangeAtOnceDoNoHarm(Sandbox sandbox) throws Exception {
        var live = troubled(sandbox, "weather_for_two");
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);
        var both = replay(sandbox, live, "weather_two_at_once", SOME);

        var first = both.start(2);
        var second = both.with("mode", "streaming").start(1);
        both.awaitEnd(first);
        both.awaitEnd(second);

        new Replays(live, TABLES).agree(both, SOME);
    }

    @Test
    void whatTheTopicDoesNotHaveIsAnErrorUnlessGapsAreAllowed(Sandbox sandbox) throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "weather_gaps", 2).with(SOME);
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
    private static TopicRun troubled(Sandbox sandbox, String name) throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, name, 2);
        var topic = run.topic(run.inputTopic());
        topic.sendAll(StationsWithFaults.records(SEED));
        run.sendBytes("st-4", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        return run;
    }

    private static TopicRun replay(Sandbox sandbox, TopicRun live, String name, Case replayed) throws Exception {
        return new TopicRun(sandbox, Weather.TOPIC, name, 1)
                .with("topic.weather", live.inputTopic())
                .with(replayed);
    }
}
