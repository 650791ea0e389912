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
import org.junit.jupiter.params.provider.EnumSource;

class EndToEndOutputTest {

    private static final float[] CAR = {10, 12, 30, 24, 0.8f, 1};
    private static final float[] PADDING = {0, 0, 0, 0, 0, 0};

    private static OutputReader reader(Layout layout) {
        return OutputReader.of(Cards.card(layout, 64, 64, 0.3f, "person", "car", "bus"));
    }

    private static RawAnswer rows(float[]... rows) {
        var numbers = FloatBuffer.allocate(rows.length * rows[0].length);
        for (float[] row : rows) {
            numbers.put(row);
        }
        return new RawAnswer(numbers.rewind(), 1, rows.length, rows[0].length);
    }

    @ParameterizedTest
    @EnumSource(names = {"YOLOV8", "END_TO_END"})
    void aRowIsABoxByItsCornersWithItsClass(Layout layout) {
        var answer = rows(CAR, new float[] {1, 2, 3, 4, 0.9f, 0}, new float[] {1, 2, 3, 4, 0.29f, 2}, PADDING);

        assertThat(reader(layout).read(answer))
                .isEqualTo(new Reading.Boxes(List.of(new Candidate(VehicleLabel.CAR, 0.8f, 10, 12, 30, 24))));
    }

    @Test
    void aRowOfScoreMinusOneIsPaddingAndNoOtherBelowZeroIs() {
        var padding = new float[] {-1, -1, -1, -1, -1, -1};

        assertThat(reader(Layout.END_TO_END).read(rows(CAR, padding, padding)))
                .isEqualTo(new Reading.Boxes(List.of(new Candidate(VehicleLabel.CAR, 0.8f, 10, 12, 30, 24))));
        assertThat(complaint(padding, padding)).isEmpty();
        assertInvalid("score of -0.9", 1, 2, 3, 4, -0.9f, 1);
    }

    @Test
    void minusOneIsNoPaddingInLayoutsWithoutIt() {
        for (var layout : List.of(Layout.YOLOV5, Layout.YOLOX)) {
            int rows = layout == Layout.YOLOX ? 64 + 16 + 4 : 1;
            var numbers = FloatBuffer.allocate(rows * 8).put(4, -1);
            assertThat(reader(layout).read(new RawAnswer(numbers, 1, rows, 8)))
                    .as(layout.text())
                    .isInstanceOf(Reading.Invalid.class);
        }
        var dense = FloatBuffer.allocate(7).put(5, -1);
        assertThat(reader(Layout.YOLOV8).read(new RawAnswer(dense, 1, 7, 1))).isInstanceOf(Reading.Invalid.class);
    }

    @Test
    void aPaddingRowMustHaveNumbersAsItsSides() {
        assertInvalid("box is NaN", Float.NaN, -1, -1, -1, -1, -1);
    }

    @Test
    void aModelThatHasNothingToShowHasNoRows() {
        var nothing = new RawAnswer(FloatBuffer.allocate(0), 1, 0, 6);

        assertThat(reader(Layout.YOLOV8).read(nothing)).isEqualTo(new Reading.Boxes(List.of()));
    }

    @Test
    void aClassThatTheCardDoesNotHaveOrNoNumberMakesTheAnswerInvalid() {
        assertInvalid("class 3.0, but the card has classes 0 to 2", 1, 2, 3, 4, 0.1f, 3);
        assertInvalid("class 0.5", 1, 2, 3, 4, 0.1f, 0.5f);
        assertInvalid("score of 2.0", 1, 2, 3, 4, 2, 1);
        assertInvalid("box is NaN", 1, Float.NaN, 3, 4, 0.1f, 1);
    }

    private static void assertInvalid(String detail, float... row) {
        assertThat(reader(Layout.YOLOV8).read(rows(row)))
                .isInstanceOfSatisfying(Reading.Invalid.class, invalid -> assertThat(invalid.detail())
                        .contains(detail));
    }

    @Test
    void sizesInPlaceOfCornersAndSharesInPlaceOfPixelsAreFound() {
        assertThat(complaint(new float[] {40, 30, 12, 8, 0.8f, 1}, PADDING)).contains("sizes below 0");
        assertThat(complaint(new float[] {0.2f, 0.3f, 0.5f, 0.6f, 0.01f, 1}, PADDING))
                .contains("boxes are in 0..1");
        assertThat(complaint(new float[] {0, 0, 900, 400, 0.8f, 1}, PADDING)).contains("reach to 900");
        assertThat(complaint(CAR, PADDING)).isEmpty();
        assertThat(complaint(PADDING)).as("what cannot be seen").isEmpty();
    }

    private static String complaint(float[]... rows) {
        var survey = reader(Layout.YOLOV8).survey();
        survey.add(rows(rows));
        return survey.complaint().orElse("");
    }

    @Test
    void anotherNumberOfColumnsIsAnErrorAndNotACount() {
        var reader = OutputReader.of(Cards.card(Layout.END_TO_END, 64, 64, 0.3f, "car", "bus", "cat", "dog"));
        assertThatThrownBy(() -> reader.read(rows(new float[7])))
                .hasMessageContaining("[1, 1, 7]")
                .hasMessageContaining("oriented boxes");
    }
}
