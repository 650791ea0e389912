package io.carriageway.vision.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.Cards;
import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.Layout;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Yolov8OutputTest {

    private static final String[] CLASSES = {"person", "car", "bus"};

    /** Boxes of (centre x, centre y, width, height, person, car, bus), laid out as the model does: value by value. */
    private static List<Candidate> read(float threshold, float[]... boxes) {
        return ((Reading.Boxes) reading(threshold, boxes)).candidates();
    }

    private static Reading reading(float threshold, float[]... boxes) {
        return reader(threshold).read(new RawAnswer(columns(boxes), 1, boxes[0].length, boxes.length));
    }

    private static OutputReader reader(float threshold) {
        return OutputReader.of(Cards.card(Layout.YOLOV8, 64, 64, threshold, CLASSES));
    }

    private static FloatBuffer columns(float[]... boxes) {
        FloatBuffer output = FloatBuffer.allocate(boxes[0].length * boxes.length);
        for (int value = 0; value < boxes[0].length; value++) {
            for (float[] box : boxes) {
                output.put(box[value]);
            }
        }
        return output.rewind();
    }

    @Test
    void aBoxIsReadAroundItsCentreWithItsBestClass() {
        assertThat(read(0.3f, new float[] {50, 40, 20, 10, 0.1f, 0.4f, 0.8f}, new float[] {5, 6, 4, 2, 0, 0.5f, 0}))
                .containsExactly(
                        new Candidate(VehicleLabel.BUS, 0.8f, 40, 35, 60, 45),
                        new Candidate(VehicleLabel.CAR, 0.5f, 3, 5, 7, 7));
    }

    @Test
    void theThresholdItselfIsEnough() {
        assertThat(read(0.5f, new float[] {5, 5, 2, 2, 0, 0.5f, 0})).hasSize(1);
        assertThat(read(0.5f, new float[] {5, 5, 2, 2, 0, Math.nextDown(0.5f), 0}))
                .isEmpty();
    }

    @Test
    void whatIsMoreLikelyAPersonIsNotCountedAsAVehicle() {
        assertThat(read(0.3f, new float[] {5, 5, 2, 2, 0.6f, 0.5f, 0})).isEmpty();
    }

    @Test
    void aNumberThatIsNoneMakesTheAnswerInvalidEvenOfAnUnlikelyBox() {
        float none = Float.NaN;
        float endless = Float.POSITIVE_INFINITY;

        assertInvalid("box is NaN", new float[] {5, 5, 2, 2, 0, 0.5f, 0}, new float[] {none, 5, 2, 2, 0, 0, 0});
        assertInvalid("box is Infinity", new float[] {5, 5, endless, 2, 0, 0.5f, 0});
        assertInvalid("score of NaN", new float[] {5, 5, 2, 2, 0, 0.5f, 0}, new float[] {5, 5, 2, 2, none, 0, 0});
    }

    @Test
    void aScoreThatIsNoProbabilityMakesTheAnswerInvalidAndRoundingDoesNot() {
        assertInvalid("score of 1.02", new float[] {5, 5, 2, 2, 0, 1.02f, 0});
        assertInvalid("score of -0.02", new float[] {5, 5, 2, 2, 0, 0.5f, -0.02f});
        assertThat(read(0.3f, new float[] {5, 5, 2, 2, 0, 1.01f, -0.01f}))
                .extracting(Candidate::score)
                .containsExactly(1f);
    }

    @Test
    void rowsOfMaskCoefficientsAreNoScores() {
        var box = new float[] {50, 40, 20, 10, 0.1f, 0.4f, 0.8f, -7, 9};
        var answer = new RawAnswer(columns(box), new long[] {1, 9, 1}, 2);

        assertThat(((Reading.Boxes) reader(0.3f).read(answer)).candidates())
                .containsExactly(new Candidate(VehicleLabel.BUS, 0.8f, 40, 35, 60, 45));
    }

    @Test
    void anAnswerOfAnotherNumberOfClassesIsAnErrorAndNotACount() {
        assertThatThrownBy(() -> reader(0.3f).read(new RawAnswer(FloatBuffer.allocate(84), 1, 84, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1, 84, 1]")
                .hasMessageContaining("[1, 7, 1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 8   | layout yolov5",
                "8   | 100 | oriented boxes",
                "100 | 7   | RT-DETR",
                "58  | 100 | poses",
            })
    void whatHasAnotherShapeIsNamed(int rows, int columns, String name) {
        assertThatThrownBy(
                        () -> reader(0.3f).read(new RawAnswer(FloatBuffer.allocate(rows * columns), 1, rows, columns)))
                .hasMessageContaining(name);
    }

    private static void assertInvalid(String detail, float[]... boxes) {
        assertThat(reading(0.3f, boxes))
                .isInstanceOfSatisfying(Reading.Invalid.class, invalid -> assertThat(invalid.detail())
                        .contains(detail));
    }
}
