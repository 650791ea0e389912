package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.carriageway.vision.Cards;
import io.carriageway.vision.OnnxFile;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.model.ModelSource;
import io.carriageway.vision.picture.PictureConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Dense answers whose boxes are in another unit than their layout's, except single ones; and good answers with single
 * wrong boxes.
 */
class UnitsOfBoxesTest {

    private static final String[] CLASSES = {"person", "car"};

    private static GridOfBoxes grid(Layout layout, GridOfBoxes.Box box) {
        return layout == Layout.YOLOV8 ? new GridOfBoxes(box, 0, 0) : new GridOfBoxes(box, 0.02f, 0.5f, 0.5f);
    }

    private static byte[] model(Layout layout, GridOfBoxes grid) {
        return layout == Layout.YOLOV8
                ? new OnnxFile()
                        .output("o", grid.columns(), 1, 6, GridOfBoxes.CELLS)
                        .bytes()
                : new OnnxFile()
                        .output("o", grid.rows(), 1, GridOfBoxes.CELLS, 7)
                        .bytes();
    }

    private static float[] cellsOfEight(int cell, float x, float y, int stride) {
        return new float[] {x / 8, y / 8, 1.5f * stride / 8, stride / 8f};
    }

    static List<Arguments> faults() {
        float[] stray = {0.5f, 0.5f, 2.05f, 1, 0, 0};
        float[] strayRow = {0.5f, 0.5f, 2.05f, 1, 0, 0, 0};
        return List.of(
                fault(Layout.YOLOV8, "of the corner", grid(Layout.YOLOV8, GridOfBoxes::raw)),
                fault(Layout.YOLOV5, "of the corner", grid(Layout.YOLOV5, GridOfBoxes::raw)),
                fault(Layout.YOLOV8, "of the corner", grid(Layout.YOLOV8, UnitsOfBoxesTest::cellsOfEight)),
                fault(
                        Layout.YOLOV8,
                        "in 0..1",
                        grid(Layout.YOLOV8, GridOfBoxes::shares).with(9, stray)),
                fault(
                        Layout.YOLOV5,
                        "in 0..1",
                        grid(Layout.YOLOV5, GridOfBoxes::shares).with(9, strayRow)),
                fault(Layout.YOLOX, "in 0..1", grid(Layout.YOLOX, GridOfBoxes::shares)),
                fault(Layout.YOLOV8, "are corners", grid(Layout.YOLOV8, GridOfBoxes::corners)),
                fault(Layout.YOLOV5, "are corners", grid(Layout.YOLOV5, GridOfBoxes::corners)));
    }

    private static Arguments fault(Layout layout, String complaint, GridOfBoxes grid) {
        return Arguments.of(layout, complaint, model(layout, grid));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void boxesInAnotherUnitAreSeenInAllOfThem(Layout layout, String complaint, byte[] onnx) throws Exception {
        var factory = OnnxDetectorFactory.of(Cards.model(onnx, layout, CLASSES), PictureConfig.DEFAULT);

        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(factory::open)
                .withMessageContaining(complaint);
    }

    static List<Arguments> strays() {
        var background = grid(Layout.YOLOV8, GridOfBoxes::pixels);
        for (int cell = 0; cell < GridOfBoxes.CELLS * 15 / 100; cell++) {
            background.with(cell * 6, 30, 30, -5, 8, 0, 0.02f);
        }
        return List.of(
                sound(Layout.YOLOV8, grid(Layout.YOLOV8, GridOfBoxes::pixels).with(5, 30, 30, -5, 8, 0.35f, 0)),
                sound(Layout.YOLOV8, grid(Layout.YOLOV8, GridOfBoxes::pixels).with(5, 30, 30, 5000, 8, 0, 0.02f)),
                sound(Layout.YOLOV5, grid(Layout.YOLOV5, GridOfBoxes::pixels).with(5, 30, 30, -5, 8, 0.1f, 0, 0.2f)),
                sound(Layout.YOLOX, grid(Layout.YOLOX, GridOfBoxes::raw).with(5, 0, 0, 9, 1, 0.1f, 0, 0.2f)),
                sound(Layout.YOLOV8, background));
    }

    private static Arguments sound(Layout layout, GridOfBoxes grid) {
        return Arguments.of(layout, model(layout, grid));
    }

    /** With the job's threshold and with the one by which accuracy is measured. */
    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("strays")
    void aStrayBoxIsNoFaultWhateverTheThreshold(Layout layout, byte[] onnx) throws Exception {
        for (float threshold : new float[] {0.3f, 0.01f}) {
            var card = Cards.model(onnx, layout, CLASSES).card().withConfidenceThreshold(threshold);
            opens(ModelSource.of("made.onnx", card, onnx));
        }
    }

    /** No camera sends a picture of one level alone. */
    @Test
    void aGraphMayDivideByThePicturesSpread() {
        var onnx = new OnnxFile()
                .dividesBySpread()
                .output("o", grid(Layout.YOLOV8, GridOfBoxes::pixels).columns(), 1, 6, GridOfBoxes.CELLS);
        opens(Cards.model(onnx.bytes(), Layout.YOLOV8, CLASSES));
    }

    private static void opens(ModelSource source) {
        assertThatCode(() -> OnnxDetectorFactory.of(source, PictureConfig.DEFAULT)
                        .open()
                        .close())
                .doesNotThrowAnyException();
    }
}
