package io.carriageway.vision.model;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the boxes of vehicles out of a model's answer, before suppression. Keeps buffers between answers; for one
 * thread.
 */
public interface OutputReader {

    List<Candidate> read(FloatBuffer output, long[] shape);

    static void requireShape(long[] expected, long[] actual) {
        if (!Arrays.equals(expected, actual)) {
            throw new IllegalStateException("The model answers with shape " + Arrays.toString(actual)
                    + ", but by its card with " + Arrays.toString(expected)
                    + ": correct layout, classes or input size in the card");
        }
    }

    /** A score above 1 is no probability: counts would be built on a threshold that means nothing. */
    static float requireProbability(float score) {
        if (score > 1.001f) {
            throw new IllegalStateException("The model gives a score of " + score
                    + ", which is no probability: export it with its final sigmoid, or correct layout in the card");
        }
        return Math.min(score, 1f);
    }
}
