package io.carriageway.verify.camera;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.event.Detection;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.topic.TopicOracle;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.vision.Detector;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.onnx.OnnxDetectorFactory;
import io.carriageway.vision.picture.PictureConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests the swap of a model by a savepoint, an option and a restart, while frames of both models are in flight. */
@ExtendWith(SandboxExtension.class)
class ModelSwapIT {

    private static final long SEED = 14;
    private static final String OLD = "classpath:models/city-nano.onnx";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Position of a frame in the camera topic. */
    private record Source(int partition, long offset) {}

    @Test
    void fromTheStatedMinuteOnEveryRowIsTheNewModelsAndNoneMixesTwo(Sandbox sandbox, @TempDir Path folder)
            throws Exception {
        var next = modelThatSeesOtherwise(folder);
        var records = CityWithFaults.records(SEED, Duration.ofSeconds(6));
        var run = new TopicRun(sandbox, Camera.WITH_A_MODEL, "model_swap", 2)
                .prepared(SEED)
                .with("partition.lag", "2 min")
                .with("model", OLD);
        int part = records.size() / 3;
        // no frame of the first part is more than a minute ahead of its arrival
        var swap = Instant.ofEpochMilli(records.get(part).timestampMillis())
                .truncatedTo(ChronoUnit.MINUTES)
                .plus(Duration.ofMinutes(2));

        run.topic(run.inputTopic()).sendAll(records.subList(0, part));
        var job = run.start(2);
        Eventually.holds("rows by the old model", () -> run.number("SELECT COUNT(*) FROM camera_traffic_1m") > 0);
        var savepoint = sandbox.flink().stopWithSavepoint(job, false);

        refusesTheNewModelForMinutesOfTheOldOne(sandbox, run, next, savepoint);

        var resumed = run.with("model", OLD + ";" + swap + "=" + next).resume(3, savepoint);
        run.topic(run.inputTopic()).sendAll(records.subList(part, records.size()));
        Camera.END.await(run);
        run.drain(resumed);

        assertThat(run.query("SELECT DISTINCT window_start >= '%s', model_id FROM camera_traffic_1m ORDER BY 1"
                        .formatted(swap.toString().replaceAll("[TZ]", " ").strip())))
                .containsExactly(List.of("0", idOf(OLD)), List.of("1", idOf(next)));
        everyFrameWasSeenByTheModelOfItsMinute(run, swap, next);
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
        }
    }

    private static void refusesTheNewModelForMinutesOfTheOldOne(
            Sandbox sandbox, TopicRun run, String next, String savepoint) throws Exception {
        var before = everythingWritten(run);
        var job = run.with("model", next).resume(2, savepoint);
        assertThat(sandbox.flink().awaitEnd(job, LIMIT).orElseThrow())
                .hasStackTraceContaining("Option --model would give a minute two models")
                .hasStackTraceContaining("give --model '" + OLD + ";20");
        assertThat(sandbox.flink().status(job)).isEqualTo(JobStatus.FAILED);
        assertThat(everythingWritten(run)).isEqualTo(before);
    }

    private static List<Object> everythingWritten(TopicRun run) throws Exception {
        return List.of(
                run.query("SELECT * FROM camera_traffic_1m ORDER BY camera_id, window_start"),
                run.query("SELECT * FROM event_ledger_1m ORDER BY topic, minute"),
                Camera.detections(run).size(),
                run.deadLetters().size());
    }

    /** Checks the frame's model id, and its boxes, which the other model would not have found. */
    private static void everyFrameWasSeenByTheModelOfItsMinute(TopicRun run, Instant swap, String next)
            throws Exception {
        var pictures = pictures(run);
        var toldApart = new HashSet<String>();
        try (var oldDetector = open(OLD);
                var newDetector = open(next)) {
            for (var frame : Camera.detections(run)) {
                boolean old = frame.getCapturedAt().isBefore(swap);
                var picture = pictures.get(new Source(frame.getSourcePartition(), frame.getSourceOffset()));
                var byOld = boxes(oldDetector, picture);
                var byNew = boxes(newDetector, picture);
                assertThat(frame.getModelId()).isEqualTo(old ? oldDetector.modelId() : newDetector.modelId());
                assertThat(frame.getDetections()).isEqualTo(old ? byOld : byNew);
                if (!byOld.equals(byNew)) {
                    toldApart.add(frame.getModelId());
                }
            }
        }
        assertThat(toldApart)
                .as("models of frames in which the other would have seen something else")
                .containsExactlyInAnyOrder(idOf(OLD), idOf(next));
    }

    private static Map<Source, byte[]> pictures(TopicRun run) {
        var codec = new SingleObjectCodec<>(CameraFrame.class);
        return run.topic(run.inputTopic()).records().stream()
                .filter(record -> codec.decode(record.value()) instanceof Decoded.Value<CameraFrame> frame
                        && frame.value().getImage() != null)
                .collect(toMap(
                        record -> new Source(record.partition(), record.offset()),
                        record -> ((Decoded.Value<CameraFrame>) codec.decode(record.value()))
                                .value()
                                .getImage()
                                .array()));
    }

    private static List<Detection> boxes(Detector detector, byte[] picture) throws Exception {
        return detector.detect(picture).vehicles().stream()
                .map(v -> new Detection(v.label().text(), v.confidence(), v.xMin(), v.yMin(), v.xMax(), v.yMax()))
                .toList();
    }

    private static Detector open(String model) throws Exception {
        return OnnxDetectorFactory.of(ModelSource.at(model), PictureConfig.DEFAULT)
                .open();
    }

    private static String idOf(String model) throws Exception {
        return ModelSource.at(model).card().modelId();
    }

    /** The embedded model under another name, with another threshold and red for blue. */
    private static String modelThatSeesOtherwise(Path folder) throws Exception {
        var model = ModelSource.at(OLD);
        Files.write(folder.resolve("askew.onnx"), model.bytes());
        try (var card = ModelSwapIT.class.getResourceAsStream("/models/city-nano.json")) {
            var askew = new String(card.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("\"name\": \"[^\"]*\"", "\"name\": \"askew\"")
                    .replaceFirst("\"confidence_threshold\": [0-9.]+", "\"confidence_threshold\": 0.05")
                    .replaceFirst("\"confidence_threshold_by_label\": \\{[^}]*},", "")
                    .replaceFirst("\"colour_order\": \"RGB\"", "\"colour_order\": \"BGR\"");
            Files.writeString(folder.resolve("askew.json"), askew);
        }
        return folder.resolve("askew.onnx").toUri().toString();
    }
}
