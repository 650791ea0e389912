package io.carriageway.verify.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests bounded runs whose range cuts journeys. */
@ExtendWith(SandboxExtension.class)
class TelemetryReplayIT {

    private static final long SEED = 12;

    @Test
    void aJourneyThatMayGoOnIsNotWritten(Sandbox sandbox) throws Exception {
        var live = new TopicRun(sandbox, Telemetry.TOPIC, "telemetry_for_journeys", 2);
        live.topic(live.inputTopic()).sendAll(VehiclesWithFaults.records(SEED, Duration.ofMinutes(20)));
        // a record that came long after all others: input has gone on
        live.sendBytes("v-0", new byte[0], Instant.parse("2026-07-01T15:00:00Z").toEpochMilli());
        var job = live.start(2);
        live.awaitBadEnd();
        live.drain(job);
        var some = new Case("open_journeys", "batch", 2, "2026-07-01T12:07:00Z", "2026-07-01T12:13:00Z");
        var replay = new TopicRun(sandbox, Telemetry.TOPIC, "telemetry_" + some.name(), 1)
                .with("topic.vehicle-telemetry", live.inputTopic())
                .with("journey.lookahead", "1 min");
        some.options().forEach(option -> replay.with(option.get(0), option.get(1)));
        replay.awaitEnd(replay.start(2));
        var ofRange =
                "SELECT * FROM journey WHERE started_at >= '2026-07-01 12:07' AND started_at < '2026-07-01 12:13'";
        // after 12:13 nothing is certain but a minute, which is the gap
        Replays.rows(replay, "SELECT * FROM journey")
                .areThoseOf(Replays.rows(live, ofRange + " AND ended_at < '2026-07-01 12:13'"), "ended journeys");
        assertThat(replay.number("SELECT COUNT(*) FROM journey"))
                .isLessThan(Replays.rows(live, ofRange).rows().size());
    }
}
