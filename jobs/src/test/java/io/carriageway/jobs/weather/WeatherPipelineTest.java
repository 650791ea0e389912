package io.carriageway.jobs.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.alert.AlertRules;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.CollectedOutputs;
import io.carriageway.jobs.IgnoredOutputs;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.row.AlertRow;
import io.carriageway.row.EventLedger1m;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.weather.WeatherRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class WeatherPipelineTest {

    private static final Instant START = Instant.parse("2026-07-01T12:00:00Z");
    private static final EventTimeConfig TIMING = new EventTimeConfig(
            new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1)),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1));

    /** The results, each list in an order of its own data. */
    record Results(
            List<Weather10m> weather,
            List<EventLedger1m> ledger,
            List<WeatherObservationRow> observations,
            List<String> reasons) {}

    @Test
    void everyObservationIsCountedOnceOrAccountedFor() throws Exception {
        var results = run(
                RuntimeExecutionMode.STREAMING,
                List.of(
                        record(0, "st-1", START, 1, 20),
                        record(1, "st-1", START.plusSeconds(300), 1, 22),
                        record(2, "st-1", START.plusSeconds(300), 9, 22),
                        record(3, "st-1", START.plusSeconds(301), 1, 99),
                        record(4, "st-1", START.plusSeconds(302), 700, 23),
                        record(5, "st-1", START.plusSeconds(1_800), 1, 24)));
        assertThat(results.weather())
                .extracting(row -> List.of(row.getWindowStart(), row.getObservations(), row.getTemperatureMilliCSum()))
                .as("a silent station has no rows")
                .containsExactly(List.of(START, 2L, 42_000L), List.of(START.plusSeconds(1_800), 1L, 24_000L));
        assertThat(PipelineRun.sumOf(results.ledger())).containsExactly(6L, 3L, 1L, 1L, 1L);
        assertThat(results.ledger())
                .extracting(EventLedger1m::getRejectedByReason)
                .containsOnlyOnce("{\"temperature-c-out-of-range\":1}")
                .containsOnly("{}", "{\"temperature-c-out-of-range\":1}");
        assertThat(results.observations())
                .extracting(WeatherObservationRow::getLate)
                .containsExactly(false, false, true, false);
        assertThat(results.reasons()).containsExactly("temperature-c-out-of-range");
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        var records = new ArrayList<RawRecord>();
        for (int i = 0; i < 400; i++) {
            var observedAt = START.plusSeconds(random.nextLong(14 * 60));
            var station = "st-" + random.nextInt(3);
            records.add(record(i, station, observedAt, random.nextInt(3), random.nextDouble(15, 62)));
        }
        var streaming = run(RuntimeExecutionMode.STREAMING, records);
        assertThat(streaming.weather()).hasSize(6);
        assertThat(run(RuntimeExecutionMode.BATCH, records)).isEqualTo(streaming);
    }

    @Test
    void rulesRaiseAlertsOnTheRowsOfStations() throws Exception {
        var rules = AlertRules.parse(
                """
                - {id: warm, version: 1, effective_from: 2026-01-01T00:00:00Z, table: weather_10m, kind: threshold,
                   metric: temperature_c, above: 21, for: 20 min}
                """
                        .getBytes(StandardCharsets.UTF_8),
                "test.yaml");
        var run = new PipelineRun(RuntimeExecutionMode.STREAMING);
        var alerts = new Output<AlertRow>();
        WeatherPipeline.attach(
                intake(run.byArrival(List.of(
                        record(0, "st-1", START, 1, 20),
                        record(1, "st-1", START.plusSeconds(600), 1, 21.001),
                        record(2, "st-1", START.plusSeconds(1_200), 1, 22.25),
                        record(3, "st-2", START.plusSeconds(1_200), 1, 30)))),
                new CollectedOutputs(),
                new Alerting(rules, alerts, ignored -> {}));
        run.toItsEnd();
        assertThat(alerts.sorted(Comparator.comparing(AlertRow::getRaisedAt)))
                .extracting(AlertRow::getSiteId, AlertRow::getRaisedAt, AlertRow::getValueMilli)
                .containsExactly(tuple("st-1", START.plusSeconds(1_800), 22_250L));
    }

    @Test
    void everyOperatorHasAUidEqualToItsName() {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        WeatherPipeline.attach(
                intake(env.fromData(List.of(record(0, "st-1", START, 1, 20)))
                        .name("weather")
                        .uid("weather")),
                new IgnoredOutputs(),
                Alerting.NONE);
        assertThat(env.getStreamGraph().getStreamNodes())
                .filteredOn(node -> !node.getOperatorName().startsWith("Source: "))
                .hasSize(9)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
    }

    private static Results run(RuntimeExecutionMode mode, List<RawRecord> records) throws Exception {
        var run = new PipelineRun(mode);
        var outputs = new CollectedOutputs();
        WeatherPipeline.attach(intake(run.byArrival(records)), outputs, Alerting.NONE);
        run.toItsEnd();
        return new Results(
                outputs.rows(WeatherJob.WEATHER_10M),
                outputs.ledger(),
                outputs.events(WeatherJob.TOPIC),
                outputs.reasons());
    }

    private static IntakeStream<WeatherObservation> intake(DataStream<RawRecord> records) {
        var config = new IntakeConfig<>(new WeatherRules(), TIMING, null);
        return IntakeStream.attach(records, config, WeatherJob.TOPIC.type());
    }

    /** A record; every third observation has no wind, every fourth no precipitation. */
    private static RawRecord record(
            long offset, String station, Instant observedAt, long delaySeconds, double temperatureC) {
        var conditions = WeatherCondition.values();
        var event = new WeatherObservation(
                station,
                observedAt,
                52.5,
                13.4,
                temperatureC,
                60.0,
                null,
                offset % 3 == 0 ? null : offset / 10.0,
                offset % 3 == 0 ? null : offset % 360.0,
                offset % 4 == 0 ? null : offset / 100.0,
                null,
                conditions[(int) (offset % conditions.length)],
                null,
                null);
        return new RawRecord(
                new RecordOrigin(
                        "weather",
                        0,
                        offset,
                        observedAt.plusSeconds(delaySeconds).toEpochMilli()),
                station.getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(WeatherObservation.class).encode(event));
    }
}
