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

class Yolov5OutputTest {

    private final OutputReader reader = OutputReader.of(Cards.card(Layout.YOLOV5, 64, 64, 0.25f, "person", "truck"));

    private static RawAnswer rows(int masks, float[]... rows) {
        var numbers = FloatBuffer.allocate(rows.length * rows[0].length);
        for (float[] row : rows) {
            numbers.put(row);
        }
        return new RawAnswer(numbers.rewind(), new long[] {1, rows.length, rows[0].length}, masks);
    }

    @Test
    void aRowIsABoxAroundItsCentreAndItsScoreIsObjectnessTimesClass() {
        var answer = rows(
                0,
                new float[] {30, 40, 20, 10, 0.5f, 0.1f, 0.5f},
                new float[] {30, 40, 20, 10, 0.5f, 0.1f, 0.49f},
                new float[] {30, 40, 20, 10, 1, 0.9f, 0.8f});

        assertThat(reader.read(answer))
                .isEqualTo(new Reading.Boxes(List.of(new Candidate(VehicleLabel.TRUCK, 0.25f, 20, 35, 40, 45))));
    }

    @Test
    void maskCoefficientsBehindTheScoresAreNoScores() {
        var answer = rows(2, new float[] {30, 40, 20, 10, 1, 0.1f, 0.5f, -8, 9});

        assertThat(((Reading.Boxes) reader.read(answer)).candidates()).hasSize(1);
    }

    @Test
    void aScoreThatIsNoProbabilityMakesTheAnswerInvalid() {
        assertThat(reader.read(rows(0, new float[] {30, 40, 20, 10, -4, 0, 0}))).isInstanceOf(Reading.Invalid.class);
        assertThat(reader.read(rows(0, new float[] {30, 40, 20, 10, 0, 0, Float.NaN})))
                .isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void rawOffsetsAndLogarithmsAreFound() {
        var survey = reader.survey();
        survey.add(rows(0, new float[] {0.5f, 1.5f, -2, 3, 0, 0, 0}, new float[] {3, 1.5f, 1, 3, 0, 0, 0}));

        assertThat(survey.complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("sizes below 0"));
    }

    @Test
    void theShapeOfYolov8IsNamed() {
        assertThatThrownBy(() -> reader.read(new RawAnswer(FloatBuffer.allocate(600), 1, 6, 100)))
                .hasMessageContaining("[1, 6, 100]")
                .hasMessageContaining("layout yolov8");
    }
}
