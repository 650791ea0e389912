package io.carriageway.vision.onnx;

import static io.carriageway.vision.VehicleLabel.BUS;
import static io.carriageway.vision.VehicleLabel.CAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.vision.Cards;
import io.carriageway.vision.DetectedVehicle;
import io.carriageway.vision.OnnxFile;
import io.carriageway.vision.OnnxFile.Type;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.picture.PictureConfig;
import io.carriageway.vision.picture.Pictures;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models of every layout on a real ONNX Runtime: whatever their form, they see a car and a bus in each picture of 64 x
 * 64 pixels.
 */
class GeneratedModelsTest {

    private static final String[] CLASSES = {"person", "car", "bus"};
    private static final byte[] PICTURE = Pictures.png(Pictures.plain(64, 64, 0x808080));
    private static final List<DetectedVehicle> EXPECTED =
            List.of(new DetectedVehicle(CAR, 0.75, 8, 16, 24, 32), new DetectedVehicle(BUS, 0.5, 32, 40, 48, 56));

    /** Three boxes as columns: centre x, centre y, width, height, person, car, bus. */
    private static final float[] COLUMNS = {
        16, 40, 4, 24, 48, 4, 16, 16, 2, 16, 16, 2, 0, 0, 0.125f, 0.75f, 0, 0, 0, 0.5f, 0
    };

    private static final float[] COLUMNS_AND_MASKS = join(COLUMNS, 9, -9, 8, -8, 7, -7);
    private static final float[] CORNERS = {8, 16, 24, 32, 0.75f, 1, 32, 40, 48, 56, 0.5f, 2, 0, 0, 0, 0, 0, 0};
    private static final float[] CORNERS_AND_MASKS = {
        8, 16, 24, 32, 0.75f, 1, -9, 9, 32, 40, 48, 56, 0.5f, 2, 7, -7, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final float[] ROWS = {16, 24, 16, 16, 1, 0, 0.75f, 0, 40, 48, 16, 16, 0.5f, 0, 0, 1};
    private static final float[] ROWS_AND_MASKS = {
        16, 24, 16, 16, 1, 0, 0.75f, 0, -5, 6, 40, 48, 16, 16, 0.5f, 0, 0, 1, 7, -7
    };

    static List<Arguments> models() {
        return List.of(
                model("yolov8", Layout.YOLOV8, m -> m.output("output0", COLUMNS, 1, 7, 3)),
                model("yolov8 with masks", Layout.YOLOV8, m -> m.output("output0", COLUMNS_AND_MASKS, 1, 9, 3)
                        .output("output1", new float[32], 1, 2, 4, 4)),
                model("yolov8, half", Layout.YOLOV8, m -> m.input(Type.FLOAT16, 1, 3, 64, 64)
                        .answersIn(Type.FLOAT16)
                        .output("output0", COLUMNS, 1, 7, 3)),
                model("yolov8, dynamic", Layout.YOLOV8, m -> m.input(Type.FLOAT, -1, 3, -1, -1)
                        .output("output0", COLUMNS, 1, 7, 3)
                        .dynamicOutput()),
                model("yolov8, a batch of 4", Layout.YOLOV8, m -> m.input(Type.FLOAT, 4, 3, 64, 64)
                        .output("output0", COLUMNS, 4, 7, 3)),
                model("yolov8, half, a batch of 2", Layout.YOLOV8, m -> m.input(Type.FLOAT16, 2, 3, 64, 64)
                        .answersIn(Type.FLOAT16)
                        .output("output0", COLUMNS, 2, 7, 3)),
                model("end-to-end", Layout.YOLOV8, m -> m.output("output0", CORNERS, 1, 3, 6)),
                model("end-to-end by its name", Layout.END_TO_END, m -> m.output("output0", CORNERS, 1, 3, 6)),
                model("end-to-end with masks", Layout.YOLOV8, m -> m.output("output0", CORNERS_AND_MASKS, 1, 3, 8)
                        .output("output1", new float[32], 1, 2, 4, 4)),
                model("end-to-end, half and dynamic", Layout.YOLOV8, m -> m.input(Type.FLOAT16, -1, 3, -1, -1)
                        .answersIn(Type.FLOAT16)
                        .output("output0", CORNERS, 1, 3, 6)
                        .dynamicOutput()),
                model("yolov5", Layout.YOLOV5, m -> m.output("output", ROWS, 1, 2, 8)),
                model("yolov5 with grids", Layout.YOLOV5, m -> m.output("output", ROWS, 1, 2, 8)
                        .output("345", new float[16], 1, 1, 2, 2, 4)),
                model("yolov5 with masks", Layout.YOLOV5, m -> m.output("output", ROWS_AND_MASKS, 1, 2, 10)
                        .output("output1", new float[32], 1, 2, 4, 4)));
    }

    private static Arguments model(String name, Layout layout, UnaryOperator<OnnxFile> with) {
        return Arguments.of(name, layout, with.apply(new OnnxFile()).bytes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void everyLayoutIsReadFromARealRun(String name, Layout layout, byte[] onnx) throws Exception {
        try (var detector = factory(layout, onnx).open()) {
            assertThat(detector.detect(PICTURE).vehicles()).isEqualTo(EXPECTED);
        }
    }

    /** As suppression in the graph answers where it leaves nothing. */
    @Test
    void anEndToEndModelWithoutRowsSeesNothing() throws Exception {
        var onnx = new OnnxFile().output("output0", new float[0], 1, 0, 6).dynamicOutput();
        try (var detector = factory(Layout.YOLOV8, onnx.bytes()).open()) {
            assertThat(detector.detect(PICTURE).vehicles()).isEmpty();
        }
    }

    private static float[] join(float[] first, float... then) {
        var all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }

    private static OnnxDetectorFactory factory(Layout layout, byte[] onnx) throws Exception {
        return OnnxDetectorFactory.of(Cards.model(onnx, layout, CLASSES), PictureConfig.DEFAULT);
    }
}
