package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.OnnxFile;
import io.carriageway.vision.OnnxFile.Type;
import io.carriageway.vision.export.CardDraft;
import io.carriageway.vision.input.ColourOrder;
import io.carriageway.vision.input.Placement;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import io.carriageway.vision.model.ModelRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** On a canvas of 64 x 64 pixels there are 64 + 16 + 4 = 84 cells. */
class CardMakerTest {

    private static final String NAMES = "{0: 'person', 1: 'Cars', 2: 'bus'}";

    private static ModelCard make(OnnxFile model, String... classes) throws Exception {
        return make(model, List.of(), classes);
    }

    /** The checksum is that of the file, as the model would be refused otherwise. */
    private static ModelCard make(OnnxFile model, List<Integer> canvas, String... classes) throws Exception {
        byte[] onnx = model.bytes();
        var sha256 = DigestUtils.sha256Hex(onnx);
        var draft = new CardDraft("tiny", sha256, List.of(classes), Map.of());
        return CardMaker.make("tiny.onnx", onnx, draft, canvas).card();
    }

    private static OnnxFile columns(int classes) {
        return new OnnxFile()
                .output("output0", repeated(new float[] {20, 30, 9, 8}, 4 + classes, true), 1, 4 + classes, 84);
    }

    private static OnnxFile rows(int count, float... row) {
        return new OnnxFile().output("output0", repeated(row, count, false), 1, count, row.length);
    }

    /** Each number 84 times, and zeros for the rest; or the row so many times. */
    private static float[] repeated(float[] row, int count, boolean asColumns) {
        var numbers = new float[count * (asColumns ? 84 : row.length)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = asColumns ? (i / 84 < row.length ? row[i / 84] : 0) : row[i % row.length];
        }
        return numbers;
    }

    @Test
    void allThatTheFileSaysIsTakenFromIt() throws Exception {
        var model = columns(3).input(Type.FLOAT, -1, 3, -1, -1).dynamicOutput();
        var card = make(model.says("names", NAMES).says("imgsz", "[64, 64]").says("task", "detect"));

        assertThat(card.layout()).isEqualTo(Layout.YOLOV8);
        assertThat(card.classes()).containsExactly("person", "Cars", "bus");
        assertThat(card.aliases()).containsExactly(Map.entry("Cars", "car"));
        assertThat(List.of(card.inputWidth(), card.inputHeight())).containsExactly(64, 64);
        assertThat(card.colourOrder()).isEqualTo(ColourOrder.RGB);
        assertThat(card.scale()).isEqualTo(1 / 255f);
        assertThat(card.letterbox()).isEqualTo(Placement.CENTRE);
    }

    @Test
    void anEndToEndModelIsKnownByItsRows() throws Exception {
        var chosen = rows(300, 8, 16, 24, 32, 0, 1);

        var card = make(chosen.says("names", NAMES));
        assertThat(card.layout()).isEqualTo(Layout.END_TO_END);
        assertThat(card.iouThreshold()).as("it has suppressed itself").isEqualTo(1);
        assertThat(card.agnosticIouThreshold()).isNull();
        assertThat(make(rows(300, 8, 16, 24, 32, 0, 0), "car").layout()).isEqualTo(Layout.END_TO_END);
        assertThat(make(rows(252, 20, 30, 9, 8, 0, 0), "car").layout()).isEqualTo(Layout.YOLOV5);
    }

    @Test
    void rowsWithObjectnessAreOfYolov5UnlessThereIsOneForEachCell() throws Exception {
        assertThat(make(rows(252, 20, 30, 9, 8, 0, 0, 0, 0), "person", "car", "bus")
                        .layout())
                .isEqualTo(Layout.YOLOV5);
        var raw = make(rows(84, 0.5f, 0.5f, 1, 1, 0, 0, 0, 0), "person", "car", "bus");
        assertThat(raw.layout()).isEqualTo(Layout.YOLOX);
        assertThat(raw.colourOrder()).isEqualTo(ColourOrder.BGR);
        assertThat(raw.scale()).isEqualTo(1);
        assertThat(raw.letterbox()).isEqualTo(Placement.TOP_LEFT);
    }

    @Test
    void aYoloxWithDecodedBoxesKeepsItsColoursAndAYolov6HasOthers() throws Exception {
        var decoded = make(new OnnxFile().output("output", decoded(0), 1, 84, 6), "car");
        assertThat(decoded.layout()).isEqualTo(Layout.YOLOV5);
        assertThat(decoded.colourOrder()).isEqualTo(ColourOrder.BGR);
        var sure = make(new OnnxFile().output("output", decoded(1), 1, 84, 6), "car");
        assertThat(sure.layout()).isEqualTo(Layout.YOLOV5);
        assertThat(sure.colourOrder()).isEqualTo(ColourOrder.RGB);
    }

    private static float[] decoded(float objectness) {
        var rows = new ArrayList<Float>();
        for (int stride : List.of(8, 16, 32)) {
            for (int cell = 0; cell < 64 / stride * (64 / stride); cell++) {
                float x = (cell % (64 / stride) + 0.5f) * stride;
                float y = (cell / (64 / stride) + 0.5f) * stride;
                rows.addAll(List.of(x, y, 2f * stride, 1f * stride, objectness, 0f));
            }
        }
        var numbers = new float[rows.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rows.get(i);
        }
        return numbers;
    }

    @Test
    void classesWithoutNamesAreThoseOfCocoWhereThereAreAsMany() throws Exception {
        assertThat(make(columns(80)).classes()).hasSize(80).contains("bicycle", "truck");
        for (var nothing : List.of("None", "null", " ", "{}")) {
            assertThat(make(columns(80).says("names", nothing)).classes()).hasSize(80);
        }
    }

    @Test
    void cocoMayBeSaidInPlaceOfItsNames() throws Exception {
        var chosen = make(rows(300, 8, 16, 24, 32, 0, 1), "coco");
        assertThat(chosen.layout()).isEqualTo(Layout.END_TO_END);
        assertThat(chosen.classes()).hasSize(80).contains("bicycle", "truck");
        assertWrong(() -> make(rows(300, 8, 16, 24, 32, 0, 1)), "CLASSES=coco");
    }

    @Test
    void onlyWhatTheFileDoesNotShowIsAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make(columns(3)))
                .withMessageContaining("of which it has 3")
                .withMessageContaining("CLASSES=");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> make(columns(3).input(Type.FLOAT, 1, 3, -1, -1).dynamicOutput()))
                .withMessageContaining("SIZE=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make(columns(3).says("names", "{0: 'person', 1: 'dog', 2: 'cat'}")))
                .withMessageContaining("[person, dog, cat]")
                .withMessageContaining("ALIASES=");
    }

    @Test
    void aSizeThatIsNoneIsNamedBeforeTheModelRuns() {
        var free = columns(3).input(Type.FLOAT, 1, 3, -1, -1).dynamicOutput().says("names", NAMES);
        for (var size : List.of(List.of(0, 0), List.of(99_999, 99_999), List.of(640, 639), List.of(16, 64))) {
            assertWrong(() -> make(free, size), "SIZE, " + size.get(0) + " x " + size.get(1), "multiples of 32");
        }
        assertWrong(() -> make(columns(3).says("names", NAMES), List.of(96, 64)), "SIZE, 96 x 64", "takes 64 x 64");
        var odd = columns(3).input(Type.FLOAT, 1, 3, 300, 300).says("names", NAMES);
        assertWrong(() -> make(odd), "its input, 300 x 300", "imgsz");
        var half = columns(3).input(Type.FLOAT, 1, 3, 96, -1).dynamicOutput().says("names", NAMES);
        assertWrong(() -> make(half.says("imgsz", "[64, 64]")), "imgsz in its metadata, 64 x 64", "any x 96");
    }

    @Test
    void anImgszOfTheFileIsNamedWhereItIsNone() throws Exception {
        for (var size : List.of("'abc'", "[640.5, 640]", "[64, 99999999999]")) {
            var free =
                    columns(3).input(Type.FLOAT, 1, 3, -1, -1).dynamicOutput().says("names", NAMES);
            assertWrong(() -> make(free.says("imgsz", size)), "imgsz has '", "SIZE=");
        }
        var free = columns(3).input(Type.FLOAT, 1, 3, -1, -1).dynamicOutput().says("names", NAMES);
        assertThat(make(free.says("imgsz", "[64.0, 64.0]")).inputWidth()).isEqualTo(64);
        assertWrong(() -> make(free.says("imgsz", "None")), "does not say which");
    }

    @Test
    void anAliasOfNoClassIsNamed() {
        byte[] onnx = columns(3).says("names", NAMES).bytes();
        var draft = new CardDraft("tiny", DigestUtils.sha256Hex(onnx), List.of(), Map.of("vna", "truck"));
        assertWrong(() -> CardMaker.make("tiny.onnx", onnx, draft, List.of()), "ALIASES names [vna]", "person, Cars");
    }

    @Test
    void withoutBoxesOnlyTheShapeIsKnown() throws Exception {
        byte[] zeros =
                new OnnxFile().output("output0", new float[7 * 84], 1, 7, 84).bytes();
        byte[] boxes = columns(3).bytes();
        assertThat(CardMaker.make("z", zeros, draft(zeros), List.of()).hasBoxes())
                .isFalse();
        assertThat(CardMaker.make("b", boxes, draft(boxes), List.of()).hasBoxes())
                .isTrue();
        byte[] raw = rows(84, 0, 0, 0, 0, 0, 0, 0, 0).bytes();
        assertThat(CardMaker.make("r", raw, draft(raw), List.of()).hasBoxes()).isFalse();
    }

    private static CardDraft draft(byte[] onnx) {
        return new CardDraft("tiny", DigestUtils.sha256Hex(onnx), List.of("person", "car", "bus"), Map.of());
    }

    @Test
    void aWrongNumberOfNamesIsNoFaultOfTheModel() {
        assertWrong(
                () -> make(rows(84, new float[85]), "car", "bus"),
                "CLASSES has 2 names, but the answer's shape [1, 84, 85] fits 80 (85 = 5 + 80)",
                "no CLASSES where they are those of COCO");
        assertWrong(() -> make(columns(9), "car", "bus"), "fits 9 (13 = 4 + 9): give all names");
        assertWrong(
                () -> make(columns(9).says("names", NAMES)), "The names in the model's metadata are 3", "fits 9 (13");
    }

    @Test
    void aFileOfPyTorchIsToldFromDamage() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0};
        assertThatThrownBy(() -> CardMaker.make("best.onnx", zip, draft(zip), List.of()))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("yolo export model=best.pt format=onnx");
    }

    private static void assertWrong(ThrowingCallable make, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(make).withMessageContainingAll(parts);
    }

    @Test
    void aModelThatIsNotWhatItSeemsGetsNoCard() {
        assertThatThrownBy(() -> make(rows(84, 0.5f, 0.5f, 1, 1, -7, 0), "car"))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageStartingWith("No card fits the model tiny.onnx. Read as layout ")
                .hasMessageContaining("sigmoid")
                .hasMessageNotContaining("as its card says");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make(rows(84, 1, 2, 3), "car"))
                .withMessageContaining("[1, 84, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> make(rows(300, 0.5f, 0.5f, 1, 1, 0, 0, 0, 0), "car", "bus", "cat", "dog"))
                .withMessageContaining("RT-DETR");
        assertThatThrownBy(() -> make(columns(3).says("names", NAMES).says("task", "pose")))
                .hasMessageContaining("task pose");
    }
}
