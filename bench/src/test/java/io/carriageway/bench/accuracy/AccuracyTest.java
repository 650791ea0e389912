package io.carriageway.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.bench.accuracy.label.LabelException;
import io.carriageway.city.training.TrainingFrames;
import io.carriageway.vision.DetectedVehicle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the embedded model on frames that are rendered here. */
class AccuracyTest {

    private static final int FRAMES = 24;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private static Path folder;

    @BeforeAll
    static void renderFrames() throws IOException {
        TrainingFrames.main(new String[] {
            "--out", folder.toString(), "--cameras", "random", "--seed", "7001", "--count", "" + FRAMES
        });
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("images"))) {
            return files.sorted().toList();
        }
    }

    private static AccuracyConfig options(String out) throws IOException {
        return AccuracyConfig.from(
                "--images", folder.resolve("images").toString(),
                "--labels", folder.resolve("labels").toString(),
                "--out", folder.resolve(out).toString());
    }

    @Test
    void theEmbeddedModelFindsAndCountsMostVehiclesOfFramesItNeverSaw() throws IOException {
        splitInHalves();
        var shown = new ByteArrayOutputStream();

        Accuracy.run(options("report"), new PrintStream(shown, true, StandardCharsets.UTF_8), NOWHERE);

        var json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(json.at("/frames").asInt()).isEqualTo(FRAMES);
        assertThat(json.at("/vehicles_per_frame").asDouble()).isBetween(1.0, 12.0);
        assertThat(json.at("/precision/ap50").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.at("/precision/ap50_95").asDouble())
                .isLessThan(json.at("/precision/ap50").asDouble());
        double mae = json.at("/counting/total/mae/value").asDouble();
        assertThat(mae).isBetween(0.0, json.at("/vehicles_per_frame").asDouble() / 3);
        assertThat(json.at("/by_condition/half")).hasSize(2);
        double first = json.at("/by_condition/half/first/total/mae/value").asDouble();
        double second = json.at("/by_condition/half/second/total/mae/value").asDouble();
        assertThat((first + second) / 2).isCloseTo(mae, within(1e-9));
        assertThat(json.at("/ms_per_frame/cpu/mean").asDouble()).isPositive();

        var text = shown.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith(Files.readString(folder.resolve("report.md")));
        assertThat(text.lines()).contains("frames=" + FRAMES, "count_mae=%.3f".formatted(mae));
    }

    private static void splitInHalves() throws IOException {
        var rows = new ArrayList<>(List.of("image,half"));
        for (Path picture : pictures()) {
            var name = picture.getFileName().toString().replace(".jpg", "");
            rows.add(name + (rows.size() <= FRAMES / 2 ? ",first" : ",second"));
        }
        Files.write(folder.resolve("labels/conditions.csv"), rows);
    }

    @Test
    void askedForWeakBoxesTooTheModelCountsWhatTheStreamCounts() throws Exception {
        var model = ModelUnderTest.at("classpath:models/city-nano.onnx", Optional.empty());
        int weak = 0;
        try (var stream = model.open(model.card());
                var weakest = model.openForWeakest()) {
            for (Path picture : pictures()) {
                var bytes = Files.readAllBytes(picture);
                List<DetectedVehicle> all = weakest.detect(bytes).vehicles();
                assertThat(all)
                        .filteredOn(vehicle -> vehicle.confidence() >= model.threshold(vehicle.label()))
                        .isEqualTo(stream.detect(bytes).vehicles());
                weak += (int) all.stream()
                        .filter(vehicle -> vehicle.confidence() < model.threshold(vehicle.label()))
                        .count();
            }
        }
        assertThat(weak).as("boxes that the stream does not see").isPositive();
    }

    @Test
    void aPictureThatTheStreamWouldRejectIsNamed(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("images"));
        Files.createDirectories(broken.resolve("labels"));
        Files.writeString(broken.resolve("images/a.jpg"), "no picture");
        Files.writeString(broken.resolve("labels/a.txt"), "");
        var options = AccuracyConfig.from(
                "--images", broken.resolve("images").toString(),
                "--labels", broken.resolve("labels").toString());

        assertThatThrownBy(() -> Accuracy.run(options, NOWHERE, NOWHERE))
                .isInstanceOf(LabelException.class)
                .hasMessageContainingAll("a.jpg", "reject");
    }

    @Test
    void aCardThatIsElsewhereIsReadThereAndMustBeOne(@TempDir Path cards) throws IOException {
        var card = cards.resolve("other.json");
        try (var own = AccuracyTest.class.getResourceAsStream("/models/city-nano.json")) {
            Files.writeString(
                    card,
                    new String(own.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceFirst("\"iou_threshold\": [0-9.]+", "\"iou_threshold\": 0.77"));
        }

        var model = ModelUnderTest.at("classpath:models/city-nano.onnx", Optional.of("file:" + card));

        assertThat(model.card().iouThreshold()).isEqualTo(0.77f);
        assertThatThrownBy(() -> ModelUnderTest.at("classpath:models/city-nano.onnx", Optional.of("file:/x.txt")))
                .hasMessageContaining("does not end in .json");
    }

    @Test
    void anotherModelWithItsCardElsewhereIsMeasuredOnRealStreets() throws IOException {
        var testData = System.getenv("TESTDATA_DIR");
        assumeTrue(testData != null, "TESTDATA_DIR is not set: no real model and no labelled pictures of real streets");
        var shown = new ByteArrayOutputStream();
        var options = AccuracyConfig.from(
                "--model",
                testData + "/models/yolox_nano.onnx",
                "--card",
                "classpath:models/yolox_nano.json",
                "--images",
                testData + "/data/camera/atl_yolo/images",
                "--labels",
                testData + "/data/camera/atl_yolo/labels",
                "--aliases",
                "bike=motorcycle",
                "--out",
                folder.resolve("real").toString());

        Accuracy.run(options, new PrintStream(shown, true, StandardCharsets.UTF_8), NOWHERE);

        var json = new ObjectMapper().readTree(folder.resolve("real.json").toFile());
        assertThat(json.at("/model_id").asText()).startsWith("yolox-nano@");
        // counts.csv beside the labels: 211 vehicles in 10 pictures, 190 of them cars
        assertThat(json.at("/vehicles_per_frame").asDouble()).isCloseTo(21.1, within(1e-9));
        assertThat(json.at("/counting/by_class/car/true_per_frame").asDouble()).isCloseTo(19, within(1e-9));
        assertThat(json.at("/precision_by_class/1/ap50").asDouble())
                .as("AP of cars")
                .isBetween(0.5, 0.8);
        // 640 pixels of a crowded street on 416: what is far away is not found, so it counts too little
        assertThat(json.at("/counting/total/bias_pct/high").asDouble()).isNegative();
    }
}
