package io.carriageway.vision.onnx;

import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.Detector;
import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.UnreadablePictureException;
import io.carriageway.vision.inference.InferencePool;
import io.carriageway.vision.inference.InferenceResult;
import io.carriageway.vision.model.ModelException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.picture.PictureConfig;
import io.carriageway.vision.picture.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real ONNX Runtime, with a model of 455 bytes: its scores are the means of the first and the third plane
 * (make-tiny-yolov8.py).
 */
class OnnxDetectorTest {

    private static final String TINY = "classpath:models/tiny-yolov8.onnx";
    /** On a canvas of 32 x 32 the picture of 64 x 32 pixels fills the middle half; the padding is black. */
    private static final byte[] PICTURE = Pictures.png(Pictures.plain(64, 32, 0xFF0099));

    @TempDir
    private Path folder;

    private static DetectorFactory tiny() throws IOException {
        return OnnxDetectorFactory.of(ModelSource.at(TINY), PictureConfig.DEFAULT);
    }

    /** The tiny model with something in its card replaced. */
    private DetectorFactory tinyWith(String right, String wrong) throws IOException {
        String card = new String(
                getClass().getResourceAsStream("/models/tiny-yolov8.json").readAllBytes(), StandardCharsets.UTF_8);
        assertThat(card).contains(right);
        Files.writeString(folder.resolve("tiny.json"), card.replace(right, wrong));
        Files.copy(getClass().getResourceAsStream("/models/tiny-yolov8.onnx"), folder.resolve("tiny.onnx"));
        return OnnxDetectorFactory.of(ModelSource.at(folder.toUri() + "tiny.onnx"), PictureConfig.DEFAULT);
    }

    @Test
    void whatTheModelSeesComesBackInThePicturesPixels() throws Exception {
        try (Detector detector = tiny().open()) {
            assertThat(detector.detect(PICTURE))
                    .isEqualTo(new PictureDetections(
                            64,
                            32,
                            List.of(
                                    new DetectedVehicle(CAR, 0.5, 8, 0, 24, 4),
                                    new DetectedVehicle(BUS, 0.3, 44, 24, 52, 32))));
        }
    }

    @Test
    void theColourOrderOfTheCardReachesTheModel() throws Exception {
        try (Detector detector = tinyWith("\"RGB\"", "\"BGR\"").open()) {
            assertThat(detector.detect(PICTURE).vehicles())
                    .extracting(DetectedVehicle::label, DetectedVehicle::confidence)
                    .containsExactly(tuple(BUS, 0.5), tuple(CAR, 0.3));
        }
    }

    @Test
    void aDetectorForgetsOnePictureOverTheNext() throws Exception {
        byte[] black = Pictures.jpeg(Pictures.plain(32, 64, 0));
        try (Detector detector = tiny().open()) {
            PictureDetections first = detector.detect(PICTURE);
            assertThat(detector.detect(black).vehicles()).isEmpty();
            assertThatThrownBy(() -> detector.detect(new byte[0])).isInstanceOf(UnreadablePictureException.class);
            assertThat(detector.detect(PICTURE)).isEqualTo(first);
        }
    }

    @Test
    void theFactoryNamesItsModelAndTravels() throws Exception {
        DetectorFactory arrived = InstantiationUtil.clone(tiny());

        assertThat(arrived.modelId()).isEqualTo("tiny@35ef41f48bda");
        try (Detector detector = arrived.open()) {
            assertThat(detector.modelId()).isEqualTo("tiny@35ef41f48bda");
            assertThat(detector.detect(PICTURE).vehicles()).hasSize(2);
        }
    }

    @Test
    void detectorsOfOneFileShareOneModelAndTheLastOneClosesIt() throws Exception {
        int before = SharedModel.loadedModels();
        Detector first = tiny().open();
        Detector second = tiny().open();
        assertThat(SharedModel.loadedModels()).isEqualTo(before + 1);

        first.close();
        first.close();
        assertThat(second.detect(PICTURE).vehicles()).hasSize(2);
        assertThat(SharedModel.loadedModels()).isEqualTo(before + 1);

        second.close();
        assertThat(SharedModel.loadedModels()).isEqualTo(before);
    }

    @Test
    void lanesOfRealDetectorsAgreeAndLetTheModelGo() throws Exception {
        int before = SharedModel.loadedModels();
        PictureDetections expected;
        try (Detector detector = tiny().open()) {
            expected = detector.detect(PICTURE);
        }
        try (var pool = new InferencePool(tiny(), 3, 60_000, 1)) {
            List<CompletableFuture<InferenceResult>> results = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                results.add(pool.submit(PICTURE));
            }
            for (CompletableFuture<InferenceResult> result : results) {
                assertThat(result.get()).isEqualTo(new InferenceResult.Seen(expected));
            }
        }
        assertThat(SharedModel.loadedModels()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNotTheCardsIsRefusedWithBothSums() throws Exception {
        String other = "0".repeat(64);
        DetectorFactory factory = tinyWith("35ef41f48bdad203f5be18a334ab94c2009393ab38ff64b75fa748a436351398", other);

        assertRefused(factory, "tiny.onnx has SHA-256 35ef41f48bda", "its card says " + other, "matching pair");
    }

    @Test
    void aCardThatDoesNotFitItsModelIsFoundBeforeTheFirstPicture() throws Exception {
        assertRefused(tinyWith("[\"car\", \"bus\"]", "[\"car\"]"), "[1, 6, 3]", "[1, 5, 3]", "correct layout, classes");
    }

    @Test
    void aCanvasThatTheModelDoesNotTakeIsFoundBeforeTheFirstPicture() throws Exception {
        assertRefused(tinyWith("\"input_width\": 32", "\"input_width\": 64"), "does not work as its card says");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws Exception {
        byte[] noModel = "no model".getBytes(StandardCharsets.UTF_8);
        DetectorFactory factory = tinyWith(
                "35ef41f48bdad203f5be18a334ab94c2009393ab38ff64b75fa748a436351398", DigestUtils.sha256Hex(noModel));
        Files.write(folder.resolve("tiny.onnx"), noModel);

        assertRefused(factory, "ONNX Runtime refuses it", "copy or export it again");
    }

    /** Refused, and nothing of it stays loaded. */
    private static void assertRefused(DetectorFactory factory, String... complaints) {
        int before = SharedModel.loadedModels();
        assertThatThrownBy(factory::open).isInstanceOf(ModelException.class).hasMessageContainingAll(complaints);
        assertThat(SharedModel.loadedModels()).isEqualTo(before);
    }
}
