package io.carriageway.verify.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.topic.TopicRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests bounded runs of a topic that may be empty and one that must not be. */
@ExtendWith(SandboxExtension.class)
class AccidentReplayIT {

    private static final long SEED = 12;
    private static final String NOON = "2026-07-01T12:00:00Z";

    @Test
    void aReplayWaitsForTheWeatherAndNotForAccidents(Sandbox sandbox) throws Exception {
        var run = new TopicRun(sandbox, Accident.TOPIC, "accident_quiet", 2);
        var weather = Accident.weatherOf(run);
        weather.sendAll(WeatherThere.records(SEED, ReportsWithFaults.END));
        run.with(new Case("soon", "batch", 1, NOON, "2026-07-01T15:00:00Z"));
        assertThatThrownBy(() -> run.start(1))
                .hasMessageContaining(weather.name())
                .hasMessageContaining("2026-07-01T16:10:05Z or later")
                .hasMessageContaining("may still come");

        run.with(new Case("noon", "streaming", 1, NOON, "2026-07-01T13:00:00Z"));
        run.awaitEnd(run.start(1));
        assertThat(run.number("SELECT COUNT(*) FROM accident_1h"))
                .as("no accident is not a gap")
                .isZero();
    }
}
