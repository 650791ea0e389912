package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.TopicRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that a drain finishes every row even if the topic fell silent before, as it does at night. */
@ExtendWith(SandboxExtension.class)
class SilentTopicIT {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void aDrainFinishesTheRowsOfATopicThatFellSilent(Sandbox sandbox) throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, "weather_silent", 1).with("partition.idle-after", "1 ms");
        var codec = new SingleObjectCodec<>(WeatherObservation.class);
        for (int minute = 0; minute < 15; minute++) {
            var at = NOON.plusSeconds(60L * minute);
            run.sendBytes("st-1", codec.encode(observation(at)), at.toEpochMilli());
        }
        run.sendBytes("st-1", new byte[0], NOON.plusSeconds(15 * 60).toEpochMilli());

        var job = run.start(2);
        // the dead letter comes with a checkpoint, long after the topic counts as silent
        run.awaitBadEnd();
        run.drain(job);

        assertThat(run.query("SELECT window_start, observations, complete FROM weather_10m ORDER BY window_start"))
                .containsExactly(List.of("2026-07-01 12:00:00", "10", "1"), List.of("2026-07-01 12:10:00", "5", "1"));
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(rejected), MIN(complete) FROM event_ledger_1m"))
                .containsExactly(List.of("16", "15", "1", "1"));
    }

    private static WeatherObservation observation(Instant at) {
        return WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(at)
                .setLatitude(48.2)
                .setLongitude(16.4)
                .setTemperatureC(20.0)
                .setHumidityPct(50.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
    }
}
