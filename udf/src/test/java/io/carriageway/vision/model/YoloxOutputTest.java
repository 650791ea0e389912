package io.carriageway.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.vision.VehicleLabel;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class YoloxOutputTest {

    /** A canvas of 64 x 32: 8 x 4 cells of 8 pixels, then 4 x 2 of 16, then 2 x 1 of 32. */
    private static final int CELLS = 32 + 8 + 2;

    private static final int ROW = 5 + 2;
    private static final List<VehicleLabel> LABELS = Arrays.asList(null, VehicleLabel.TRUCK);

    private final FloatBuffer output = FloatBuffer.allocate(CELLS * ROW);

    private List<Candidate> read(float threshold) {
        return new YoloxOutput(LABELS, threshold, 64, 32).read(output, new long[] {1, CELLS, ROW});
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
        put(2, Float.NaN, 0, 0, 0, 1, 0, 0.8f);
        put(3, 0, 0, 0, 0, Float.NaN, 0, 0.8f);
        put(4, 0, 0, 0, 0, 1, 0, Float.NaN);

        assertThat(read(0.3f)).isEmpty();
    }

    @Test
    void anAnswerOfAnotherGridIsAnErrorAndNotACount() {
        var reader = new YoloxOutput(LABELS, 0.3f, 64, 64);

        assertThatThrownBy(() -> reader.read(output, new long[] {1, CELLS, ROW}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1, 42, 7]")
                .hasMessageContaining("[1, 84, 7]");
    }
}
