package io.carriageway.verify.accident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.telemetry.TestStreets;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests a drain after both topics fell silent: rows that become final only then must precede those computed from them.
 */
@ExtendWith(SandboxExtension.class)
class SilentAccidentsIT {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final int ACCIDENTS = 500;

    private final SingleObjectCodec<AccidentReport> reports = new SingleObjectCodec<>(AccidentReport.class);
    private final SingleObjectCodec<WeatherObservation> weather = new SingleObjectCodec<>(WeatherObservation.class);

    @Test
    void aDrainOfSilentTopicsGivesEachAccidentTheWeatherOfItsTime(Sandbox sandbox) throws Exception {
        var run = new TopicRun(sandbox, Accident.on(TestStreets.geoJson(NOON)), "accident_silent", 1)
                .with("partition.idle-after", "1 ms");
        Accident.weatherOf(run).sendAll(List.of(observation(0), observation(8)));
        run.topic(run.inputTopic()).sendAll(records());

        var job = run.start(2);
        // the dead letter comes with a checkpoint, long after both topics count as silent
        run.awaitBadEnd();
        run.drain(job);

        assertThat(run.query("SELECT weather_observed_at, complete, COUNT(*) FROM accident GROUP BY 1, 2"))
                .containsExactly(List.of("2026-07-01 12:08:00", "1", String.valueOf(ACCIDENTS)));
    }

    private List<Sent> records() {
        var records = new ArrayList<Sent>();
        for (int i = 0; i < ACCIDENTS; i++) {
            var report = AccidentReport.newBuilder()
                    .setAccidentId("a-" + i)
                    .setOccurredAt(minute(9))
                    .setReportedAt(minute(9))
                    .setLatitude(52.5)
                    .setLongitude(13.4)
                    .setSeverity(AccidentSeverity.SLIGHT)
                    .setKind(AccidentKind.COLLISION)
                    .setStatus(AccidentStatus.ACTIVE)
                    .build();
            records.add(new Sent(
                    ("a-" + i).getBytes(UTF_8),
                    reports.encode(report),
                    minute(9).toEpochMilli()));
        }
        records.add(new Sent(null, new byte[0], minute(10).toEpochMilli(), "empty-value"));
        return records;
    }

    private Sent observation(long minute) {
        var observation = WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(minute(minute))
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(20.0)
                .setHumidityPct(50.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
        return new Sent(
                "st-1".getBytes(UTF_8),
                weather.encode(observation),
                minute(minute).toEpochMilli());
    }

    private static Instant minute(long minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
