package io.carriageway.jobs.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.accident.CountedHour;
import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.Accident;
import io.carriageway.row.Accident1h;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.EventLedger1m;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class AccidentPipelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccidentPipelineConfig CONFIG = AccidentPipelineConfig.of(
            new Configuration().set(ReportOptions.LIMIT, Duration.ofHours(1)),
            new EventTimeConfig(
                    new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1)),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(1)),
            new MatchConfig(30, 180),
            null);

    /** A road along the parallel of 52.5 degrees. */
    private static final RoadNetwork NETWORK = new RoadNetwork(List.of(new RoadSegment(
            "mill-road",
            null,
            new GeometryFactory()
                    .createLineString(new Coordinate[] {new Coordinate(13.4, 52.5), new Coordinate(13.41, 52.5)}),
            null,
            Instant.EPOCH,
            null)));

    /** The final results, each list in an order of its own data. */
    record Results(
            List<Accident> accidents,
            List<Accident1h> hours,
            List<AccidentReportRow> reports,
            List<EventLedger1m> ledger,
            List<String> reasons) {}

    @Test
    void anAccidentHasItsRoadItsWeatherAndItsEnd() throws Exception {
        var results = run(
                RuntimeExecutionMode.STREAMING,
                List.of(
                        report(0, "a-1", 1, AccidentStatus.ACTIVE, 52.5001, 2),
                        report(1, "a-1", 1, AccidentStatus.ACTIVE, 52.5001, 2),
                        report(2, "a-1", 20, AccidentStatus.RESOLVED, 52.5001, 3),
                        report(3, "a-2", 21, AccidentStatus.ACTIVE, 52.6, -1)),
                List.of(observation(0, 0, 11.5), observation(1, 1, 12.5), observation(2, 2, 99)));
        assertThat(results.accidents()).hasSize(1).first().satisfies(row -> {
            assertThat(row.getSegmentId()).isEqualTo("mill-road");
            assertThat(row.getWeatherTemperatureMilliC()).isEqualTo(12_500);
            assertThat(row.getResolvedAt()).isEqualTo(minute(20));
            assertThat(row.getFirstSeen()).isEqualTo(minute(1));
        });
        assertThat(results.hours())
                .extracting(Accident1h::getAccidents, Accident1h::getVehicles, Accident1h::getEventCount)
                .as("the newest report says that it was serious")
                .containsExactly(tuple(1L, 3L, 2L), tuple(0L, 0L, 2L));
        assertThat(results.reasons()).containsExactly("vehicles-out-of-range");
        assertThat(results.reports()).hasSize(2);
        assertThat(results.ledger().stream()
                        .mapToLong(EventLedger1m::getReceived)
                        .sum())
                .as("weather is in the ledger of another job")
                .isEqualTo(4);
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        var reports = new ArrayList<RawRecord>();
        var weather = new ArrayList<RawRecord>();
        for (int i = 0; i < 120; i++) {
            reports.add(report(
                    i,
                    "a-" + random.nextInt(12),
                    i,
                    AccidentStatus.values()[random.nextInt(2)],
                    52.5 + random.nextInt(4) / 100.0,
                    random.nextInt(-1, 5)));
            weather.add(observation(i, i, random.nextInt(30)));
        }
        var streaming = run(RuntimeExecutionMode.STREAMING, reports, weather);
        assertThat(streaming.accidents()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(streaming.hours()).hasSizeGreaterThan(4);
        assertThat(run(RuntimeExecutionMode.BATCH, reports, weather)).isEqualTo(streaming);
    }

    @Test
    void everyOperatorHasAUidEqualToItsName() {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        AccidentPipeline.attach(
                intake(env.fromData(List.of(report(0, "a-1", 1, AccidentStatus.ACTIVE, 52.5, 2)))
                        .uid("accident-source")),
                weatherIntake(env.fromData(List.of(observation(0, 0, 20))).uid("weather-source")),
                CONFIG,
                NETWORK,
                new AccidentOutputs(ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}));
        assertThat(env.getStreamGraph().getStreamNodes())
                .filteredOn(node -> !node.getOperatorName().startsWith("Source: "))
                .hasSize(16)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
    }

    private static Results run(RuntimeExecutionMode mode, List<RawRecord> reports, List<RawRecord> weather)
            throws Exception {
        var run = new PipelineRun(mode);
        var outputs = new Collected();
        AccidentPipeline.attach(
                intake(run.byArrival(reports)),
                weatherIntake(run.byArrival(weather)),
                CONFIG,
                NETWORK,
                outputs.asOutputs());
        run.toItsEnd();
        return outputs.results();
    }

    private static IntakeStream<AccidentReport> intake(DataStream<RawRecord> records) {
        return IntakeStream.attach(records, CONFIG.intake(), AccidentJob.TOPIC.type());
    }

    private static IntakeStream<WeatherObservation> weatherIntake(DataStream<RawRecord> records) {
        return IntakeStream.attach(records, CONFIG.weatherIntake(), WeatherJob.TOPIC.type(), "weather-intake");
    }

    private static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    /** A report made that many minutes after the start, on an accident shortly before. */
    private static RawRecord report(
            long offset, String id, long minute, AccidentStatus status, double latitude, int vehicles) {
        var report = AccidentReport.newBuilder()
                .setAccidentId(id)
                .setOccurredAt(minute(minute - minute % 4))
                .setReportedAt(minute(minute))
                .setLatitude(latitude)
                .setLongitude(13.405)
                .setSeverity(AccidentSeverity.values()[(int) offset % 3 / 2])
                .setKind(AccidentKind.COLLISION)
                .setStatus(status)
                .setVehicles(vehicles)
                .build();
        return new RawRecord(
                new RecordOrigin("accident", 0, offset, minute(minute).toEpochMilli()),
                id.getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(AccidentReport.class).encode(report));
    }

    private static RawRecord observation(long offset, long minute, double temperatureC) {
        var observation = WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(minute(minute))
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(temperatureC)
                .setHumidityPct(60.0)
                .setCondition(WeatherCondition.RAIN)
                .build();
        return new RawRecord(
                new RecordOrigin("weather", 0, offset, minute(minute).toEpochMilli()),
                "st-1".getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(WeatherObservation.class).encode(observation));
    }

    /** The pipeline's outputs. */
    private static final class Collected {

        private final Output<Rejected> rejected = new Output<>();
        private final Output<AccidentReportRow> reports = new Output<>();
        private final Output<Accident> accidents = new Output<>(Accident::getComplete);
        private final Output<CountedHour> hours =
                new Output<>(hour -> hour.row().getComplete());
        private final Output<EventLedger1m> ledger = new Output<>(EventLedger1m::getComplete);

        AccidentOutputs asOutputs() {
            return new AccidentOutputs(rejected, rows -> reports.accept(rows.all()), accidents, hours, ledger);
        }

        Results results() throws Exception {
            return new Results(
                    accidents.sorted(
                            Comparator.comparing(Accident::getAccidentId).thenComparing(Accident::getFirstSeen)),
                    hours
                            .sorted(Comparator.comparing(
                                    CountedHour::row,
                                    Comparator.comparing(Accident1h::getZoneId)
                                            .thenComparing(Accident1h::getWindowStart)
                                            .thenComparing(Accident1h::getSeverity)))
                            .stream()
                            .map(CountedHour::row)
                            .toList(),
                    reports.sorted(Comparator.comparing(AccidentReportRow::getOffset)),
                    ledger.sorted(Comparator.comparing(EventLedger1m::getMinute)),
                    PipelineRun.reasons(rejected));
        }
    }
}
