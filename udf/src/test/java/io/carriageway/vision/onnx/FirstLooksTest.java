package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.Cards;
import io.carriageway.vision.InvalidAnswerException;
import io.carriageway.vision.OnnxFile;
import io.carriageway.vision.OnnxFile.Type;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelRefusedException;
import io.carriageway.vision.picture.PictureConfig;
import io.carriageway.vision.picture.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models with one fault each, on a real ONNX Runtime: all are refused before a picture of a camera is read. */
class FirstLooksTest {

    private static final String[] CLASSES = {"person", "car"};
    private static final float NONE = Float.NaN;
    private static final float[] DARK_NOTHING = {30, 30, 8, 8, 0, 0.1f};
    private static final float[] YOLOX_ROW = {0.5f, 0.5f, 1, 1, 0, 0, 0};

    static List<Arguments> faults() {
        return List.of(
                // logits: within 0 to 1 on a dark picture, far above on a bright one, and the other way round
                fault(Layout.YOLOV8, "score of 2.1", m -> columns(m, DARK_NOTHING, 0, 0, 0, 0, 0, 4)),
                fault(Layout.YOLOV8, "score of -1.9", m -> columns(m, DARK_NOTHING, 0, 0, 0, 0, 0, -4)),
                fault(Layout.YOLOV8, "score of NaN", m -> columns(m, new float[] {3, 3, 1, 1, NONE, 0})),
                fault(Layout.YOLOV8, "a box is NaN", m -> columns(m, new float[] {NONE, 3, 1, 1, 0, 0})),
                fault(Layout.YOLOV8, "boxes are in 0..1", m -> columns(m, new float[] {0.5f, 0.4f, 0.1f, 0.1f, 0, 0})),
                fault(Layout.YOLOV8, "sizes below 0", m -> columns(m, new float[] {3, 3, -5, 1, 0, 0.9f})),
                fault(Layout.YOLOV8, "reach to 3000", m -> columns(m, new float[] {3, 3000, 5, 1, 0, 0.9f})),
                fault(Layout.YOLOV8, "class 7.0", m -> m.output("o", new float[] {1, 2, 9, 9, 0.4f, 7}, 1, 1, 6)),
                fault(Layout.YOLOV5, "score of", m -> rows(m, new float[] {30, 30, 8, 8, -5, 0, 0}, 3)),
                fault(Layout.YOLOV5, "sizes below 0", m -> rows(m, new float[] {0.5f, 0.4f, -2, 2, 0, 0, 0}, 3)),
                fault(Layout.YOLOX, "decoded in the graph", m -> rows(m, new float[] {30, 31, 9, 8, 1, 0, 1}, 84)),
                fault(Layout.YOLOX, "score of", m -> rows(m, new float[] {0, 0, 0, 0, -6, 0, 0}, 84)),
                fault(Layout.YOLOV8, "[1, 7, 3]", m -> m.output("o", new float[21], 1, 7, 3)),
                fault(Layout.YOLOX, "[1, 83, 7]", m -> rows(m, YOLOX_ROW, 83)));
    }

    private static Arguments fault(Layout layout, String complaint, UnaryOperator<OnnxFile> with) {
        return Arguments.of(layout, complaint, with.apply(new OnnxFile()).bytes());
    }

    private static OnnxFile columns(OnnxFile model, float[] column, float... gain) {
        return model.output("o", column, gain.length == 0 ? new float[column.length] : gain, 1, column.length, 1);
    }

    private static OnnxFile rows(OnnxFile model, float[] row, int times) {
        var rows = new float[row.length * times];
        for (int number = 0; number < rows.length; number++) {
            rows[number] = row[number % row.length];
        }
        return model.output("o", rows, 1, times, row.length);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void aModelWhoseAnswersCannotBeWhatItsCardSaysIsRefused(Layout layout, String complaint, byte[] onnx)
            throws Exception {
        int before = SharedModel.loadedModels();
        var factory = OnnxDetectorFactory.of(Cards.model(onnx, layout, CLASSES), PictureConfig.DEFAULT);

        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(factory::open)
                .withMessageStartingWith("The model made.onnx does not work as its card says: ")
                .withMessageContaining(complaint);
        assertThat(SharedModel.loadedModels()).isEqualTo(before);
    }

    static List<Arguments> exports() {
        return List.of(
                export("laid out as NHWC", m -> m.input(Type.FLOAT, 1, 64, 64, 3)),
                export("of 8-bit pixels (uint8)", m -> m.input(Type.UINT8, 1, 3, 64, 64)),
                export("has 1 planes", m -> m.input(Type.FLOAT, 1, 1, 64, 64)),
                export("takes 2 inputs", m -> m.another("orig_target_sizes")),
                export("task pose", m -> m.says("task", "pose")),
                export("OBB", m -> m.says("task", "obb")),
                export("task classify", m -> m.says("task", "classify")),
                export("suppression plug-in (NMS)", m -> m.output("num_dets", new float[1], 1, 1)
                        .output("det_boxes", new float[40], 1, 10, 4)),
                export("suppression plug-in (NMS)", m -> new OnnxFile().output("output", new float[14], 2, 7)),
                export("boxes and scores are two outputs", m -> new OnnxFile()
                        .output("boxes", new float[40], 1, 10, 4)
                        .output("scores", new float[20], 1, 10, 2)),
                export("weights to another file", m -> m.weightsIn("weights.data")),
                export("newer version of ONNX", m -> m.opset(99)),
                export("three sides", m -> new OnnxFile().output("probabilities", new float[2], 1, 2)));
    }

    private static Arguments export(String name, UnaryOperator<OnnxFile> with) {
        return Arguments.of(
                name, with.apply(columns(new OnnxFile(), DARK_NOTHING)).bytes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    void anExportThatCannotRunIsNamedInOneLineWithWhatHelps(String name, byte[] onnx) throws Exception {
        var factory = OnnxDetectorFactory.of(Cards.model(onnx, Layout.YOLOV8, CLASSES), PictureConfig.DEFAULT);

        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(factory::open)
                .withMessageStartingWith("The model made.onnx cannot run here: ")
                .withMessageContaining(name)
                .withMessageMatching("[^\n]*[Ee]xport[^\n]*");
    }

    @Test
    void onlyATaskThatIsKnownToBeAnotherOneIsRefused() throws Exception {
        for (var task : List.of("", " ", "object-detection", "Detect", "None")) {
            var onnx = columns(new OnnxFile(), DARK_NOTHING).says("task", task);
            OnnxDetectorFactory.of(Cards.model(onnx.bytes(), Layout.YOLOV8, CLASSES), PictureConfig.DEFAULT)
                    .open()
                    .close();
        }
    }

    static List<Arguments> noModels() {
        byte[] whole = columns(new OnnxFile(), DARK_NOTHING).bytes();
        return List.of(
                Arguments.of("empty", new byte[0]),
                Arguments.of("text", "<html>404</html>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("cut short", Arrays.copyOf(whole, whole.length / 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noModels")
    void aFileThatIsDamagedIsRefusedForGood(String name, byte[] onnx) throws Exception {
        var factory = OnnxDetectorFactory.of(Cards.model(onnx, Layout.YOLOV8, CLASSES), PictureConfig.DEFAULT);

        assertThatExceptionOfType(ModelRefusedException.class)
                .isThrownBy(factory::open)
                .withMessageMatching("The model made.onnx cannot run here: [^\n]*export it again[^\n]*");
    }

    @Test
    void aCardWithAnotherCanvasThanTheModelIsRefusedForGood() throws Exception {
        for (var sides : List.of(new long[] {1, 3, 96, 64}, new long[] {1, 3, -1, 96})) {
            var onnx = columns(new OnnxFile().input(Type.FLOAT, sides), DARK_NOTHING);
            var factory =
                    OnnxDetectorFactory.of(Cards.model(onnx.bytes(), Layout.YOLOV8, CLASSES), PictureConfig.DEFAULT);

            assertThatExceptionOfType(ModelRefusedException.class)
                    .isThrownBy(factory::open)
                    .withMessageContainingAll("64 x 64", "96", "input_width", "export it for that size")
                    .withMessageMatching("[^\n]*");
        }
    }

    @Test
    void anAnswerThatIsNoneOnOnePictureAloneIsAVerdictOnThatAnswer() throws Exception {
        var onnx = columns(new OnnxFile(), new float[] {30, 30, 8, 8, 0, 0.5f}).isNoneAt(64);
        var factory =
                OnnxDetectorFactory.of(Cards.model(onnx.bytes(), Layout.YOLOV8, 1, CLASSES), PictureConfig.DEFAULT);
        try (var detector = factory.open()) {
            assertThatThrownBy(() -> detector.detect(Pictures.png(Pictures.plain(64, 64, 0x404040))))
                    .isInstanceOf(InvalidAnswerException.class)
                    .hasMessageContaining("NaN");
            assertThat(detector.detect(Pictures.png(Pictures.plain(64, 64, 0x414141)))
                            .vehicles())
                    .hasSize(1);
        }
    }
}
