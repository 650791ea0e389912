package io.carriageway.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.VehicleLabel;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Yolov8OutputTest {

    private static final List<VehicleLabel> LABELS = Arrays.asList(null, VehicleLabel.CAR, VehicleLabel.BUS);

    /** Boxes of (centre x, centre y, width, height, person, car, bus), laid out as the model does: value by value. */
    private static List<Candidate> read(float threshold, float[]... boxes) {
        FloatBuffer output = FloatBuffer.allocate(7 * boxes.length);
        for (int value = 0; value < 7; value++) {
            for (float[] box : boxes) {
                output.put(box[value]);
            }
        }
        return new Yolov8Output(LABELS, threshold).read(output, new long[] {1, 7, boxes.length});
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
    void numbersThatAreNoneAreNoVehicle() {
        float none = Float.NaN;
        float endless = Float.POSITIVE_INFINITY;

        assertThat(read(0.3f, new float[] {none, 5, 2, 2, 0, 0.5f, 0}, new float[] {5, 5, endless, 2, 0, 0.5f, 0}))
                .isEmpty();
        assertThat(read(0.3f, new float[] {5, 5, 2, 2, none, none, none})).isEmpty();
    }

    @Test
    void anAnswerOfAnotherNumberOfClassesIsAnErrorAndNotACount() {
        var reader = new Yolov8Output(LABELS, 0.3f);

        assertThatThrownBy(() -> reader.read(FloatBuffer.allocate(84), new long[] {1, 84, 1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1, 84, 1]")
                .hasMessageContaining("[1, 7, 1]");
    }

    @Test
    void aScoreAboveOneIsAnErrorAndNotACount() {
        assertThatThrownBy(() -> read(0.3f, new float[] {5, 5, 2, 2, 0, 2.5f, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sigmoid");
    }
}
