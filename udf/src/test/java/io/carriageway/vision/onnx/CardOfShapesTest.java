package io.carriageway.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.OnnxFile;
import io.carriageway.vision.export.CardDraft;
import io.carriageway.vision.model.Layout;
import io.carriageway.vision.model.ModelCard;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** Exports whose shape could be of several kinds. A canvas of 64 x 64 pixels has 84 cells. */
class CardOfShapesTest {

    private static final int CELLS = GridOfBoxes.CELLS;

    private static ModelCard make(OnnxFile model, String... classes) throws Exception {
        byte[] onnx = model.bytes();
        var draft = new CardDraft("tiny", DigestUtils.sha256Hex(onnx), List.of(classes), Map.of());
        return CardMaker.make("tiny.onnx", onnx, draft, List.of()).card();
    }

    private static float[] times(int count, float... row) {
        var rows = new float[count * row.length];
        for (int number = 0; number < rows.length; number++) {
            rows[number] = row[number % row.length];
        }
        return rows;
    }

    private static OnnxFile dense(String... classes) {
        var grid = new GridOfBoxes(GridOfBoxes::pixels, new float[classes.length]);
        return new OnnxFile().output("o", grid.columns(), 1, 4 + classes.length, CELLS);
    }

    private static OnnxFile rows(int classes) {
        var behind = new float[1 + classes];
        behind[0] = 1;
        return new OnnxFile().output("o", new GridOfBoxes(GridOfBoxes::pixels, behind).rows(), 1, CELLS, 5 + classes);
    }

    @Test
    void featureMapsAreNoPrototypesOfMasks() throws Exception {
        var maps = dense("car", "bus").output("m", new float[144 * 64], 1, 144, 8, 8);
        assertThat(make(maps, "car", "bus").layout()).isEqualTo(Layout.YOLOV8);
        var few = dense("car", "bus").output("m", new float[64], 1, 1, 8, 8);
        assertThat(make(few, "car", "bus").layout()).isEqualTo(Layout.YOLOV8);
        var beside = rows(2).output("m", new float[255 * 64], 1, 255, 8, 8);
        assertThat(make(beside, "car", "bus").layout()).isEqualTo(Layout.YOLOV5);
        var chosen = new OnnxFile()
                .output("o", times(300, 8, 16, 24, 32, 0.1f, 1), 1, 300, 6)
                .output("m", new float[144 * 64], 1, 144, 8, 8);
        assertThat(make(chosen, "car", "bus").layout()).isEqualTo(Layout.END_TO_END);
        var coco = new OnnxFile()
                .output("o", new GridOfBoxes(GridOfBoxes::pixels, new float[80]).columns(), 1, 84, CELLS)
                .output("m", new float[32 * 64], 1, 32, 8, 8);
        assertThat(make(coco).classes()).hasSize(80);
    }

    @Test
    void prototypesAreKnownBesideFeatureMaps() throws Exception {
        var grid = new GridOfBoxes(GridOfBoxes::pixels, new float[2 + 8]);
        var model = new OnnxFile()
                .output("o", grid.columns(), 1, 14, CELLS)
                .output("m", new float[144 * 64], 1, 144, 8, 8)
                .output("p", new float[8 * 256], 1, 8, 16, 16);
        assertThat(make(model, "car", "bus").layout()).isEqualTo(Layout.YOLOV8);
    }

    @Test
    void anEndToEndModelMayChooseAnyNumberOfBoxes() throws Exception {
        var chosen = new OnnxFile().output("o", times(3000, 8, 16, 24, 32, 0.1f, 0), 1, 3000, 6);
        assertThat(make(chosen, "car").layout()).isEqualTo(Layout.END_TO_END);
        var other = new OnnxFile().output("o", times(3000, 20, 30, 9, 8, 0.1f, 0.3f), 1, 3000, 6);
        assertThat(make(other, "car").layout()).isEqualTo(Layout.YOLOV5);
    }

    @Test
    void cornersWithAScoreAndAClassForEachCellAreOfDeepStream() {
        var grid = new GridOfBoxes(GridOfBoxes::corners, 0.1f, 0);
        assertThatThrownBy(() -> make(new OnnxFile().output("o", grid.rows(), 1, CELLS, 6), "car"))
                .hasMessageContaining("DeepStream-Yolo");
    }

    @Test
    void decodedSharesOfTheCanvasGetNoCard() {
        var grid = new GridOfBoxes(GridOfBoxes::shares, 0.1f, 0, 0);
        assertThatThrownBy(() -> make(new OnnxFile().output("o", grid.rows(), 1, CELLS, 7), "car", "bus"))
                .hasMessageContaining("boxes are in 0..1");
    }

    @Test
    void aShapeOfAnotherKindIsNamed() {
        refused(
                "oriented boxes",
                new OnnxFile().output("o", times(300, 8, 9, 5, 5, 0.1f, 0, 0), 1, 300, 7),
                "car",
                "bus");
        var transposed = new OnnxFile().output("o", new float[1200 * 84], 1, 1200, 84);
        var coco = new String[80];
        Arrays.setAll(coco, number -> number == 0 ? "car" : "class " + number);
        refused("rows and columns exchanged", transposed, coco);
        refused("one class more", dense("a", "b", "c"), "car", "bus");
        refused("another output", new OnnxFile().output("dets", new float[500], 1, 100, 5));
        refused("another output", new OnnxFile().output("boxes", new float[4000], 1, 1000, 4));
        refused("RT-DETR", new OnnxFile().output("o", new float[1500], 1, 300, 5), "car");
        refused(
                "two outputs",
                new OnnxFile()
                        .output("boxes", new float[400], 1, 100, 1, 4)
                        .output("scores", new float[8000], 1, 100, 80));
        refused(
                "two outputs",
                new OnnxFile()
                        .output("boxes", new float[4 * CELLS], 1, 4, CELLS)
                        .output("scores", new float[2 * CELLS], 1, 2, CELLS),
                "car",
                "bus");
    }

    private static void refused(String kind, OnnxFile model, String... classes) {
        assertThatThrownBy(() -> make(model, classes)).hasMessageContaining(kind);
    }

    @Test
    void aJoinedOutputMayBeFollowedByItsParts() throws Exception {
        var model = dense("car", "bus")
                .output("boxes", new float[4 * CELLS], 1, 4, CELLS)
                .output("scores", new float[2 * CELLS], 1, 2, CELLS);
        assertThat(make(model, "car", "bus").layout()).isEqualTo(Layout.YOLOV8);
    }
}
