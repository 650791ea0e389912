package io.carriageway.jobs.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import io.carriageway.intake.LatenessConfig;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.accident.ReportOptions;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class ConditionsPipelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final EventTimeConfig TIMING = new EventTimeConfig(
            new LatenessConfig(Duration.ofMinutes(10), Duration.ofMinutes(1)),
            Duration.ofMinutes(15),
            Duration.ofMinutes(1));
    private static final ConditionsTopics TOPICS =
            ConditionsTopics.of(new Configuration().set(ReportOptions.LIMIT, Duration.ofHours(1)), TIMING, null);
    private static final ConditionsPipelineConfig CONFIG =
            new ConditionsPipelineConfig(TIMING, Duration.ofMinutes(30), new MatchConfig(30, 45), Instant.MIN);

    /**
     * Roads along the parallel of 52.5 degrees: the first with a free-flow speed of 50 km/h, then one of 30, and one
     * without.
     */
    private static final RoadNetwork NETWORK = new RoadNetwork(List.of(
            road("mill-road", 52.5, 50.0, Instant.EPOCH, START.plusSeconds(300)),
            road("mill-road", 52.5, 30.0, START.plusSeconds(300), null),
            road("new-road", 52.501, null, Instant.EPOCH, null)));

    /** The records of the four topics. */
    private final List<RawRecord> detections = new ArrayList<>();

    private final List<RawRecord> telemetry = new ArrayList<>();
    private final List<RawRecord> weather = new ArrayList<>();
    private final List<RawRecord> accidents = new ArrayList<>();

    @Test
    void camerasVehiclesWeatherAndAccidentsMeetInTheZone() throws Exception {
        frame(1, 0, 3);
        frame(2, 1, 4);
        frame(2, 1, 4);
        drive(1, "v-1", VehicleClass.CAR, 52.5, 20);
        drive(2, "v-1", VehicleClass.CAR, 52.5, 24);
        drive(3, "v-2", VehicleClass.BICYCLE, 52.5, 12);
        drive(4, "v-3", VehicleClass.CAR, 52.501, 40);
        drive(6, "v-1", VehicleClass.TRUCK, 52.5, 20);
        report(3, "a-1", AccidentStatus.ACTIVE);
        report(4, "a-1", AccidentStatus.RESOLVED);
        observe(0, 11.5);
        var rows = run(RuntimeExecutionMode.STREAMING);

        assertThat(rows.get(0)).satisfies(row -> {
            assertThat(row.getFrames()).as("a duplicate detection counts once").isEqualTo(2);
            assertThat(row.getVehicleSum()).isEqualTo(7);
            assertThat(row.getSamples())
                    .as("no bicycle, no road without a free-flow speed")
                    .isEqualTo(2);
            assertThat(row.getVehicles()).isEqualTo(1);
            assertThat(row.getP50Kmh()).isEqualTo(20);
            assertThat(row.getFreeFlowSumMh()).isEqualTo(100_000);
            assertThat(row.getLevelOfService()).as("20 of 50 km/h").isEqualTo("E");
            assertThat(row.getActiveAccidents()).isEqualTo(1);
            assertThat(row.getWeatherTemperatureMilliC()).isEqualTo(11_500);
            assertThat(row.getEventCount()).isEqualTo(2 + 2 + 2 + 1);
        });
        assertThat(rows.get(1)).satisfies(row -> {
            assertThat(row.getVehicleSum()).as("no camera reported on it").isNull();
            assertThat(row.getLevelOfService()).as("20 of 30 km/h").isEqualTo("C");
            assertThat(row.getActiveAccidents()).isZero();
        });
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            frame(i, i, random.nextInt(6));
            drive(i, "v-" + i, VehicleClass.CAR, 52.5 + random.nextInt(3) / 10.0, random.nextInt(60));
            report(i, "a-" + random.nextInt(5), AccidentStatus.values()[random.nextInt(2)]);
            observe(i, random.nextInt(30));
        }
        var streaming = run(RuntimeExecutionMode.STREAMING);
        assertThat(streaming).hasSize(12);
        assertThat(run(RuntimeExecutionMode.BATCH)).isEqualTo(streaming);
    }

    @Test
    void everyOperatorHasAUidEqualToItsName() {
        frame(1, 0, 3);
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        ConditionsPipeline.attach(
                inputs(
                        env.fromData(detections).uid("1"),
                        env.fromData(detections).uid("2"),
                        env.fromData(detections).uid("3"),
                        env.fromData(detections).uid("4")),
                CONFIG,
                NETWORK,
                new ConditionsOutputs(ignored -> {}, Alerting.NONE));
        assertThat(env.getStreamGraph().getStreamNodes())
                .filteredOn(node -> !node.getOperatorName().startsWith("Source: "))
                .hasSize(18)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
    }

    /** The final rows. */
    private List<RoadConditions5m> run(RuntimeExecutionMode mode) throws Exception {
        var run = new PipelineRun(mode);
        var rows = new Output<RoadConditions5m>(RoadConditions5m::getComplete);
        ConditionsPipeline.attach(
                inputs(
                        run.byArrival(detections),
                        run.byArrival(telemetry),
                        run.byArrival(weather),
                        run.byArrival(accidents)),
                CONFIG,
                NETWORK,
                new ConditionsOutputs(rows, Alerting.NONE));
        run.toItsEnd();
        return rows.sorted(
                Comparator.comparing(RoadConditions5m::getWindowStart).thenComparing(RoadConditions5m::getZoneId));
    }

    private static ConditionsInputs inputs(
            DataStream<RawRecord> detections,
            DataStream<RawRecord> telemetry,
            DataStream<RawRecord> weather,
            DataStream<RawRecord> accidents) {
        return new ConditionsInputs(
                IntakeStream.attach(
                        detections, TOPICS.detection().config(), CameraJob.DETECTION.type(), "detection-intake"),
                IntakeStream.attach(
                        telemetry, TOPICS.telemetry().config(), TelemetryJob.TOPIC.type(), "telemetry-intake"),
                IntakeStream.attach(weather, TOPICS.weather().config(), WeatherJob.TOPIC.type(), "weather-intake"),
                IntakeStream.attach(
                        accidents, TOPICS.accident().config(), AccidentJob.TOPIC.type(), "accident-intake"));
    }

    private static RoadSegment road(String id, double latitude, Double freeFlowKmh, Instant from, Instant to) {
        var line = new GeometryFactory()
                .createLineString(new Coordinate[] {new Coordinate(13.4, latitude), new Coordinate(13.401, latitude)});
        return new RoadSegment(id, null, line, freeFlowKmh, from, to);
    }

    private static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    private void frame(long minute, long sourceOffset, int vehicles) {
        var frame = FrameDetections.newBuilder()
                .setFrameId("f-" + sourceOffset)
                .setCameraId("c-1")
                .setCapturedAt(minute(minute))
                .setLatitude(52.5)
                .setLongitude(13.4005)
                .setSourcePartition(0)
                .setSourceOffset(sourceOffset)
                .setSourceArrival(minute(minute))
                .setModelId("m@0")
                .setImageWidth(10)
                .setImageHeight(10)
                .setDetections(Collections.nCopies(vehicles, new Detection("car", 0.5, 1f, 1f, 2f, 2f)))
                .build();
        send(detections, "detection", "c-1", minute, FrameDetections.class, frame);
    }

    private void drive(long minute, String vehicle, VehicleClass vehicleClass, double latitude, double kmh) {
        var report = VehicleTelemetry.newBuilder()
                .setVehicleId(vehicle)
                .setRecordedAt(minute(minute))
                .setLatitude(latitude)
                .setLongitude(13.4005)
                .setSpeedKmh(kmh)
                .setHeadingDeg(90.0)
                .setVehicleClass(vehicleClass)
                .build();
        send(telemetry, "vehicle-telemetry", vehicle, minute, VehicleTelemetry.class, report);
    }

    private void observe(long minute, double temperatureC) {
        var observation = WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(minute(minute))
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(temperatureC)
                .setHumidityPct(60.0)
                .setCondition(WeatherCondition.RAIN)
                .build();
        send(weather, "weather", "st-1", minute, WeatherObservation.class, observation);
    }

    private void report(long minute, String accident, AccidentStatus status) {
        var report = AccidentReport.newBuilder()
                .setAccidentId(accident)
                .setOccurredAt(minute(minute))
                .setReportedAt(minute(minute))
                .setLatitude(52.5)
                .setLongitude(13.4005)
                .setSeverity(AccidentSeverity.SLIGHT)
                .setKind(AccidentKind.COLLISION)
                .setStatus(status)
                .build();
        send(accidents, "accident", accident, minute, AccidentReport.class, report);
    }

    private static <E extends SpecificRecordBase> void send(
            List<RawRecord> records, String topic, String key, long minute, Class<E> type, E event) {
        records.add(new RawRecord(
                new RecordOrigin(topic, 0, records.size(), minute(minute).toEpochMilli()),
                key.getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(type).encode(event)));
    }
}
