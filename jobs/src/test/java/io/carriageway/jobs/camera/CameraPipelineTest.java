package io.carriageway.jobs.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.alert.AlertChange;
import io.carriageway.alert.AlertRules;
import io.carriageway.camera.detect.DetectionConfig;
import io.carriageway.camera.picture.FetchConfig;
import io.carriageway.camera.picture.FrameKeeping;
import io.carriageway.camera.picture.FramePictures;
import io.carriageway.camera.picture.PictureAnswer.NotFound;
import io.carriageway.camera.picture.PictureStore;
import io.carriageway.event.Alert;
import io.carriageway.event.CameraFrame;
import io.carriageway.intake.RawRecord;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejected;
import io.carriageway.jobs.PipelineRun;
import io.carriageway.jobs.PipelineRun.Output;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.row.AlertRow;
import io.carriageway.row.CameraFrameRow;
import io.carriageway.row.CameraTraffic1m;
import io.carriageway.row.EventLedger1m;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.inference.ModelSchedule;
import io.carriageway.vision.inference.ModelSchedule.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class CameraPipelineTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final IntakeConfig<CameraFrame> INTAKE = CameraTestConfig.intake();
    private static final DetectionConfig DETECTION = CameraTestConfig.DETECTION;

    private static final PictureStore NO_PICTURES = flink -> (uri, maxBytes) -> new NotFound();
    private static final FramePictures NOT_KEPT = FramePictures.from(NO_PICTURES);
    private static final Map<String, byte[]> ARCHIVE = new ConcurrentHashMap<>();

    private static final String RULES_YAML =
            """
            - {id: busy, version: 1, effective_from: 2026-01-01T00:00:00Z, table: camera_traffic_1m, kind: threshold,
               metric: vehicle_max, above: 5, for: 2 min}
            - {id: silent, version: 1, effective_from: 2026-01-01T00:00:00Z, table: camera_traffic_1m, kind: silent,
               for: 5 min}
            """;
    private static final AlertRules RULES = rules(RULES_YAML);

    /** The results, each list in an order of its own data. */
    record Results(
            List<CameraTraffic1m> traffic,
            List<EventLedger1m> ledger,
            List<CameraFrameRow> frames,
            List<String> reasons) {}

    @Test
    void everyFrameIsCountedOnceOrAccountedFor() throws Exception {
        var results = run(
                RuntimeExecutionMode.STREAMING,
                List.of(
                        record(0, "cam-1", "f-1", START, 1, new byte[] {2}),
                        record(1, "cam-1", "f-2", START.plusSeconds(2), 1, new byte[] {3}),
                        record(2, "cam-1", "f-2", START.plusSeconds(2), 9, new byte[] {3}),
                        record(3, "cam-1", "f-3", START.plusSeconds(61), 1, new byte[0]),
                        record(4, "cam-1", "f-4", START.plusSeconds(62), 700, new byte[] {1}),
                        record(5, "cam-1", "f-5", START.plusSeconds(63), 1, new byte[] {0})));
        assertThat(results.traffic())
                .extracting(row ->
                        List.of(row.getFrames(), row.getCarSum(), row.getVehicleMax(), row.getAreaOccupancyPpmSum()))
                .containsExactly(List.of(2L, 5L, 3, 250_000L), List.of(1L, 0L, 0, 0L));
        assertThat(PipelineRun.sumOf(results.ledger())).containsExactly(6L, 3L, 1L, 1L, 1L);
        assertThat(results.ledger())
                .extracting(EventLedger1m::getRejectedByReason)
                .containsOnlyOnce("{\"picture-empty\":1}")
                .containsOnly("{}", "{\"picture-empty\":1}");
        assertThat(results.frames()).extracting(CameraFrameRow::getLate).containsExactly(false, false, true, false);
        assertThat(results.reasons()).containsExactly("picture-empty");
    }

    @Test
    void picturesOfAcceptedAndLateFramesAreKeptByTheirContentAndNoOthers() throws Exception {
        var records = List.of(
                record(0, "cam-1", "f-1", START, 1, new byte[] {2}),
                record(1, "cam-1", "f-2", START.plusSeconds(2), 1, new byte[0]),
                record(2, "cam-1", "f-1", START, 9, new byte[] {2}),
                record(3, "cam-1", "f-4", START.plusSeconds(62), 700, new byte[] {1}),
                record(4, "cam-1", "f-5", START.plusSeconds(63), 1, new byte[] {2}));
        var kept = new FramePictures(
                FetchConfig.of(NO_PICTURES),
                new FrameKeeping("s3://city/frames", 1),
                (uri, picture) -> ARCHIVE.put(uri, picture));
        var results = run(RuntimeExecutionMode.STREAMING, DETECTION, kept, records);
        assertThat(results.frames())
                .extracting(CameraFrameRow::getOffset, row -> ARCHIVE.get(row.getKeptUri())[0])
                .containsExactly(tuple(0L, (byte) 2), tuple(3L, (byte) 1), tuple(4L, (byte) 2));
        assertThat(ARCHIVE).as("pictures of equal bytes are stored once").hasSize(2);
        assertThat(run(RuntimeExecutionMode.BATCH, DETECTION, kept, records)).isEqualTo(results);
    }

    @Test
    void batchGivesWhatStreamingGives() throws Exception {
        var random = new Random(7);
        var records = new ArrayList<RawRecord>();
        for (int i = 0; i < 400; i++) {
            var capturedAt = START.plusMillis(random.nextLong(5 * 60_000));
            var camera = "cam-" + random.nextInt(4);
            records.add(record(i, camera, "f-" + random.nextInt(380), capturedAt, random.nextInt(3), new byte[] {
                (byte) random.nextInt(5)
            }));
        }
        assertThat(run(RuntimeExecutionMode.BATCH, records)).isEqualTo(run(RuntimeExecutionMode.STREAMING, records));
    }

    @Test
    void framesInDisorderAroundAChangeOfModelLandUnderTheModelOfTheirOwnMinute() throws Exception {
        var swap = START.plusSeconds(60);
        var models = new ModelSchedule<DetectorFactory>(List.of(
                new Stage<>(Long.MIN_VALUE, new FirstByteDetectors(1)),
                new Stage<>(swap.toEpochMilli(), new FirstByteDetectors(3))));
        var config = new DetectionConfig(models, 2, Duration.ofMinutes(1), 2);
        var records = List.of(
                record(0, "cam-1", "f-1", swap.plusSeconds(2), 0, new byte[] {1}),
                record(1, "cam-1", "f-2", swap.minusMillis(1), 5, new byte[] {1}),
                record(2, "cam-1", "f-3", swap, 9, new byte[] {1}),
                record(3, "cam-1", "f-4", START, 599, new byte[] {2}));
        for (var mode : List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH)) {
            assertThat(run(mode, config, records).traffic())
                    .extracting(row -> List.of(row.getWindowStart(), row.getModelId(), row.getCarSum()))
                    .containsExactly(
                            List.of(START, "first-byte-x1@000000000000", 3L),
                            List.of(swap, "first-byte-x3@000000000000", 6L));
        }
    }

    @Test
    void everyOperatorHasAUidEqualToItsNameAndOnlyRulesAddSome() throws Exception {
        var without = operators(Alerting.NONE);
        assertThat(without).hasSize(11);
        assertThat(operators(new Alerting(RULES, rows -> {}, events -> {})))
                .containsAll(without)
                .contains("alert", "early-alert")
                .hasSize(without.size() + 7);
        var elsewhere =
                RULES_YAML.replace("camera_traffic_1m", "segment_speed_1m").replace("vehicle_max", "vehicles");
        assertThat(operators(new Alerting(rules(elsewhere), rows -> {}, events -> {})))
                .as("rules on tables of other jobs")
                .isEqualTo(without);
    }

    private static List<String> operators(Alerting alerting) {
        var env = StreamExecutionEnvironment.getExecutionEnvironment();
        var records = List.of(record(0, "cam-1", "f-1", START, 1, new byte[] {1}));
        CameraPipeline.attach(
                intake(env.fromData(records).name("camera").uid("camera")),
                DETECTION,
                NOT_KEPT,
                Map.of(),
                new CameraOutputs(ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}, ignored -> {}, alerting));
        var nodes = env.getStreamGraph().getStreamNodes().stream()
                .filter(node -> !node.getOperatorName().startsWith("Source: "))
                .toList();
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isEqualTo(node.getOperatorName()));
        return nodes.stream().map(StreamNode::getOperatorName).sorted().toList();
    }

    @Test
    void rulesYieldAlertsForTheTableAndForTheTopicTheEarlyOnesToo() throws Exception {
        for (var mode : List.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH)) {
            var run = new PipelineRun(mode);
            var alerts = new Output<AlertRow>();
            var announcements = new Output<Alert>();
            attach(
                    run,
                    DETECTION,
                    NOT_KEPT,
                    busyThenSilent(),
                    new Collected().with(new Alerting(RULES, alerts, announcements)));
            run.toItsEnd();
            var ofRecord =
                    alerts.sorted(Comparator.comparing(AlertRow::getRuleId).thenComparing(AlertRow::getEventCount));
            assertThat(ofRecord)
                    .extracting(
                            AlertRow::getRuleId,
                            AlertRow::getRaisedAt,
                            AlertRow::getClearedAt,
                            AlertRow::getValueMilli,
                            AlertRow::getThresholdMilli)
                    .containsExactly(
                            tuple("busy", minute(3), null, 8_000L, 5_000L),
                            tuple("busy", minute(3), minute(5), 8_000L, 5_000L),
                            tuple("silent", minute(15), null, null, 5_000L),
                            tuple("silent", minute(15), minute(21), null, 5_000L));
            assertThat(announcements.sorted(Comparator.comparing(Alert::getEarly)
                            .thenComparing(Alert::getRuleId)
                            .thenComparing(alert -> alert.getClearedAt() != null)))
                    .as("nothing was late, so early alerts were right")
                    .isEqualTo(Stream.of(false, true)
                            .flatMap(early -> ofRecord.stream().map(row -> AlertChange.announcement(row, early)))
                            .toList());
        }
    }

    /** One frame per minute, with many vehicles in the second and third; none for ten minutes after the tenth. */
    private static List<RawRecord> busyThenSilent() {
        return IntStream.range(0, 21)
                .filter(minute -> minute < 10 || minute == 20)
                .mapToObj(minute -> record(minute, "cam-1", "f-" + minute, minute(minute), 1, new byte[] {
                    (byte) (minute == 1 || minute == 2 ? 8 : 1)
                }))
                .toList();
    }

    private static AlertRules rules(String yaml) {
        try {
            return AlertRules.parse(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant minute(long minute) {
        return START.plusSeconds(60 * minute);
    }

    private static Results run(RuntimeExecutionMode mode, List<RawRecord> records) throws Exception {
        return run(mode, DETECTION, records);
    }

    private static Results run(RuntimeExecutionMode mode, DetectionConfig detection, List<RawRecord> records)
            throws Exception {
        return run(mode, detection, NOT_KEPT, records);
    }

    private static Results run(
            RuntimeExecutionMode mode, DetectionConfig detection, FramePictures pictures, List<RawRecord> records)
            throws Exception {
        var run = new PipelineRun(mode);
        var outputs = new Collected();
        attach(run, detection, pictures, records, outputs.with(Alerting.NONE));
        run.toItsEnd();
        return outputs.results();
    }

    private static void attach(
            PipelineRun run,
            DetectionConfig detection,
            FramePictures pictures,
            List<RawRecord> records,
            CameraOutputs outputs) {
        CameraPipeline.attach(intake(run.byArrival(records)), detection, pictures, Map.of(), outputs);
    }

    private static IntakeStream<CameraFrame> intake(DataStream<RawRecord> records) {
        return IntakeStream.attach(records, INTAKE, TypeInformation.of(new TypeHint<>() {}));
    }

    private static RawRecord record(
            long offset, String camera, String frame, Instant capturedAt, long delaySeconds, byte[] picture) {
        var event = new CameraFrame(frame, camera, capturedAt, 52.5, 13.4, ByteBuffer.wrap(picture), null);
        return new RawRecord(
                new RecordOrigin(
                        "camera",
                        0,
                        offset,
                        capturedAt.plusSeconds(delaySeconds).toEpochMilli()),
                camera.getBytes(StandardCharsets.UTF_8),
                new SingleObjectCodec<>(CameraFrame.class).encode(event));
    }

    /** The pipeline's outputs. */
    private static final class Collected {

        private final Output<Rejected> rejected = new Output<>();
        private final Output<CameraFrameRow> frames = new Output<>();
        private final Output<CameraTraffic1m> traffic = new Output<>(CameraTraffic1m::getComplete);
        private final Output<EventLedger1m> ledger = new Output<>(EventLedger1m::getComplete);

        CameraOutputs with(Alerting alerting) {
            return new CameraOutputs(
                    detections -> {}, rejected, rows -> frames.accept(rows.all()), traffic, ledger, alerting);
        }

        Results results() throws Exception {
            return new Results(
                    traffic.sorted(Comparator.comparing(CameraTraffic1m::getCameraId)
                            .thenComparing(CameraTraffic1m::getWindowStart)),
                    ledger.sorted(Comparator.comparing(EventLedger1m::getMinute)),
                    frames.sorted(Comparator.comparing(CameraFrameRow::getOffset)),
                    PipelineRun.reasons(rejected));
        }
    }
}
