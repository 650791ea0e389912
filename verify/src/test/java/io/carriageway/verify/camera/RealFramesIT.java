package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.verify.oracle.RealData;
import io.carriageway.verify.topic.TopicRun;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests pictures of real roads and real pretrained weights, from Kafka to MySQL. */
@ExtendWith(SandboxExtension.class)
class RealFramesIT {

    private static final Instant MINUTE = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theCountsOfRealFramesStandInMySqlPerCamera(Sandbox sandbox, @TempDir Path folder) throws Exception {
        var pictures = pictures();
        var run = new TopicRun(sandbox, Camera.WITH_A_MODEL, "real", 2).with("model", yoloxNano(folder));
        for (int i = 0; i < pictures.size(); i++) {
            var camera = "atl-" + pictures.get(i).getFileName().toString().split("_", 2)[0];
            var capturedAt = MINUTE.plusSeconds(i);
            var picture = ByteBuffer.wrap(Files.readAllBytes(pictures.get(i)));
            Camera.send(
                    run,
                    new CameraFrame("f-" + i, camera, capturedAt, 33.75, -84.39, picture, null),
                    capturedAt.toEpochMilli() + 300);
        }

        var job = run.start(2);
        Eventually.holds("all frames inspected", () -> Camera.detections(run).size() == pictures.size());
        run.drain(job);

        var seen = Camera.detections(run);
        assertThat(run.query("SELECT camera_id, frames, bicycle_sum + car_sum + motorcycle_sum + bus_sum + truck_sum,"
                        + " model_id, complete FROM camera_traffic_1m ORDER BY camera_id"))
                .containsExactlyElementsOf(
                        seen.stream().collect(Collectors.groupingBy(frame -> frame.getCameraId())).entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(camera -> List.of(
                                        camera.getKey(),
                                        String.valueOf(camera.getValue().size()),
                                        String.valueOf(camera.getValue().stream()
                                                .mapToInt(frame ->
                                                        frame.getDetections().size())
                                                .sum()),
                                        camera.getValue().get(0).getModelId(),
                                        "1"))
                                .toList());
        // The labels hold 211 vehicles; the smallest YOLOX sees the larger part of them and invents few.
        assertThat(run.number("SELECT SUM(car_sum) FROM camera_traffic_1m")).isBetween(60L, 220L);
        assertThat(run.query("SELECT received, accepted FROM event_ledger_1m")).containsExactly(List.of("10", "10"));
    }

    private static List<Path> pictures() throws Exception {
        try (var files = Files.list(RealData.path("data/camera/atl_yolo/images"))) {
            return files.sorted().toList();
        }
    }

    /** The address of the model, its card beside it. */
    static String yoloxNano(Path folder) throws Exception {
        Files.copy(RealData.path("models/yolox_nano.onnx"), folder.resolve("yolox_nano.onnx"));
        try (var card = RealFramesIT.class.getResourceAsStream("/models/yolox_nano.json")) {
            Files.copy(card, folder.resolve("yolox_nano.json"));
        }
        return folder.resolve("yolox_nano.onnx").toUri().toString();
    }
}
