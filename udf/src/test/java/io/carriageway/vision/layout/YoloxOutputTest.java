package io.carriageway.vision.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.Cards;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.Layout;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YoloxOutputTest {

    /** A canvas of 64 x 32: 8 x 4 cells of 8 pixels, then 4 x 2 of 16, then 2 x 1 of 32. */
    private static final int CELLS = 32 + 8 + 2;

    private static final int ROW = 5 + 2;

    private final FloatBuffer output = FloatBuffer.allocate(CELLS * ROW);

    private List<Candidate> read(float threshold) {
        return ((Reading.Boxes) reading(threshold)).candidates();
    }

    private Reading reading(float threshold) {
        return reader(threshold).read(new RawAnswer(output, 1, CELLS, ROW));
    }

    private static OutputReader reader(float threshold) {
        return OutputReader.of(Cards.card(Layout.YOLOX, 64, 32, threshold, "person", "truck"));
    }

    private void put(int cell, float... row) {
        output.put(cell * ROW, row);
    }

    @Test
    void cellsOfEachStrideAreFoundRowByRow() {
        put(8 + 3, 0.5f, 0.25f, 0, 0, 1, 0, 0.9f);
        put(32 + 4 + 1, 0.5f, 0.25f, 0, 0, 1, 0, 0.9f);
        put(40 + 1, 0.5f, 0.25f, 0, 0, 1, 0, 0.9f);

        assertThat(read(0.3f))
                .containsExactly(
                        Candidate.around(VehicleLabel.TRUCK, 0.9f, 3.5f * 8, 1.25f * 8, 8, 8),
                        Candidate.around(VehicleLabel.TRUCK, 0.9f, 1.5f * 16, 1.25f * 16, 16, 16),
                        Candidate.around(VehicleLabel.TRUCK, 0.9f, 1.5f * 32, 0.25f * 32, 32, 32));
    }

    @Test
    void sizesAreLogarithmsInStrides() {
        put(0, 1, 1, (float) Math.log(2), (float) Math.log(3), 1, 0, 1);

        Candidate candidate = read(0.3f).get(0);

        assertThat(candidate.xMax() - candidate.xMin()).isEqualTo(16);
        assertThat(candidate.yMax() - candidate.yMin()).isEqualTo(24);
    }

    @Test
    void theScoreIsObjectnessTimesClassAndMustReachTheThreshold() {
        put(0, 0, 0, 0, 0, 0.5f, 0, 0.5f);

        assertThat(read(0.25f)).extracting(Candidate::score).containsExactly(0.25f);
        assertThat(read(Math.nextUp(0.25f))).isEmpty();
    }

    @Test
    void whatIsMoreLikelyAPersonOrHasNoEndIsNoVehicle() {
        put(0, 0, 0, 0, 0, 1, 0.9f, 0.8f);
        put(1, 0, 0, 1_000, 0, 1, 0, 0.8f);

        assertThat(read(0.3f)).isEmpty();
    }

    @Test
    void aNumberThatIsNoneMakesTheAnswerInvalidEvenOfAnUnlikelyCell() {
        float none = Float.NaN;
        assertInvalid("box is NaN", none, 0, 0, 0, 0, 0, 0);
        assertInvalid("score of NaN", 0, 0, 0, 0, none, 0, 0.8f);
        assertInvalid("score of NaN", 0, 0, 0, 0, 0, 0, none);
        assertInvalid("score of -5.0", 0, 0, 0, 0, -5, 0, 0);
        assertInvalid("score of 1.5", 0, 0, 0, 0, 0, 0, 1.5f);
    }

    private void assertInvalid(String detail, float... row) {
        put(CELLS - 1, row);
        assertThat(reading(0.3f)).isInstanceOfSatisfying(Reading.Invalid.class, invalid -> assertThat(invalid.detail())
                .contains(detail));
    }

    @Test
    void boxesInPixelsAreFoundByTheirCells() {
        var cells = new ArrayList<float[]>();
        for (int stride : YoloGrid.STRIDES) {
            for (int y = 0; y < 32 / stride; y++) {
                for (int x = 0; x < 64 / stride; x++) {
                    cells.add(
                            new float[] {(x + 0.4f) * stride, (y + 0.6f) * stride, 2f * stride, stride, 0.1f, 0, 0.1f});
                }
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            put(cell, cells.get(cell));
        }
        assertThat(complaint()).hasValueSatisfying(text -> assertThat(text).contains("decoded in the graph", "yolov5"));
    }

    @Test
    void oneVehicleWithASizeInPixelsIsEnoughAndRawCellsAreNoComplaint() {
        for (int cell = 0; cell < CELLS; cell++) {
            put(cell, 0.4f, -1.5f, 2, 1.5f, 0.1f, 0, 0.1f);
        }
        assertThat(complaint()).isEmpty();
        put(3, 28, 4, 20, 12, 1, 0, 0.9f);
        assertThat(complaint()).isPresent();
    }

    private Optional<String> complaint() {
        var survey = reader(0.3f).survey();
        survey.add(new RawAnswer(output, 1, CELLS, ROW));
        return survey.complaint();
    }

    @Test
    void anAnswerOfAnotherGridIsAnErrorAndNotACount() {
        var reader = OutputReader.of(Cards.card(Layout.YOLOX, 64, 64, 0.3f, "person", "truck"));

        assertThatThrownBy(() -> reader.read(new RawAnswer(output, 1, CELLS, ROW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1, 42, 7]")
                .hasMessageContaining("[1, 84, 7]");
    }
}
