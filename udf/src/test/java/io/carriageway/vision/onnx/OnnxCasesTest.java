package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.carriageway.vision.DetectorFactory;
import io.carriageway.vision.export.CardDraft;
import io.carriageway.vision.input.Resample;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.picture.PictureConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports with their right values, which are not in the repository. */
class OnnxCasesTest {

    private Path cases;

    @BeforeEach
    void find() {
        String testData = System.getenv("TESTDATA_DIR");
        assumeTrue(testData != null, "TESTDATA_DIR is not set: no exports to look with");
        cases = Path.of(testData, "cases/onnx").toAbsolutePath();
        assumeTrue(Files.exists(cases), cases + " is not there");
    }

    @ParameterizedTest
    @CsvSource({
        "01_yolov8_plain, 'CAR 11,12,21,20', 'BUS 43,44,53,52'",
        "02_yolo26_end2end_1x300x6, 'CAR 11,12,21,20', 'BUS 43,44,53,52'",
        "20_yolox_raw, 'CAR 15,16,25,24', 'BUS 30,44,50,60'",
    })
    void everyExportSeesTheSameTwoVehicles(String name, String car, String bus) throws Exception {
        try (var detector = factory(name).open()) {
            var seen = detector.detect(Files.readAllBytes(cases.resolve("p64.png"))).vehicles().stream()
                    .map(v -> "%s %.0f,%.0f,%.0f,%.0f".formatted(v.label(), v.xMin(), v.yMin(), v.xMax(), v.yMax()))
                    .toList();
            assertThat(seen).containsExactlyInAnyOrderElementsOf(List.of(car, bus));
        }
    }

    @Test
    void scoresWithoutASigmoidAreRefusedAtTheFirstLook() throws Exception {
        var factory = factory("26_logits_no_sigmoid");
        assertThatThrownBy(factory::open)
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContainingAll("26_logits_no_sigmoid.onnx", "no probability", "sigmoid");
        byte[] onnx = onnx("26_logits_no_sigmoid");
        assertThatThrownBy(() -> CardMaker.make("logits", onnx, draft(onnx, List.of()), List.of()))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("no probability");
    }

    @ParameterizedTest
    @CsvSource({"01_yolov8_plain, YOLOV8", "02_yolo26_end2end_1x300x6, END_TO_END", "20_yolox_raw, YOLOX"})
    void cardsAreMadeFromTheFilesAlone(String name, Layout layout) throws Exception {
        var right =
                ModelSource.at(cases.resolve(name + ".onnx").toUri().toString()).card();
        // an end-to-end answer does not show how many classes there are
        var said = layout == Layout.END_TO_END ? right.classes() : List.<String>of();
        var made = CardMaker.make(name, onnx(name), draft(onnx(name), said), List.of())
                .card();

        assertThat(made.layout()).isEqualTo(layout);
        assertThat(made.classes()).isEqualTo(right.classes());
        assertThat(List.of(made.inputWidth(), made.inputHeight())).containsExactly(64, 64);
        assertThat(made.sha256()).isEqualTo(right.sha256());
    }

    @Test
    void theRealYoloxNeedsNothingSaid() throws Exception {
        var real = RealModel.orSkip();
        var right = real.card();
        var made = CardMaker.make("yolox", real.bytes(), draft(real.bytes(), List.of()), List.of())
                .card();

        assertThat(made.layout()).isEqualTo(right.layout());
        assertThat(made.classes()).isEqualTo(right.classes());
        assertThat(made.input()).isEqualTo(right.withResample(Resample.AREA).input());
        assertThat(made.sha256()).isEqualTo(right.sha256());
    }

    /** Its offsets, read as pixels, all lie at the corner. */
    @Test
    void theRealYoloxIsNotTakenForAModelOfPixels() throws Exception {
        var real = RealModel.orSkip();
        var card = real.card();
        var wrong = new ModelCard(
                card.name(),
                Layout.YOLOV5,
                card.inputWidth(),
                card.inputHeight(),
                card.input().colourOrder(),
                card.input().scale(),
                card.input().placement(),
                card.input().pad(),
                card.input().resample(),
                card.classes(),
                card.aliases(),
                card.lowestConfidenceThreshold(),
                Map.of(),
                0.5f,
                null,
                card.sha256());
        var factory =
                OnnxDetectorFactory.of(ModelSource.of(real.location(), wrong, real.bytes()), PictureConfig.DEFAULT);
        assertThatThrownBy(factory::open)
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("of the corner");
    }

    private static CardDraft draft(byte[] onnx, List<String> classes) {
        return new CardDraft("made", DigestUtils.sha256Hex(onnx), classes, Map.of());
    }

    private byte[] onnx(String name) throws Exception {
        return Files.readAllBytes(cases.resolve(name + ".onnx"));
    }

    private DetectorFactory factory(String name) throws Exception {
        return OnnxDetectorFactory.of(
                ModelSource.at(cases.resolve(name + ".onnx").toUri().toString()), PictureConfig.DEFAULT);
    }
}
