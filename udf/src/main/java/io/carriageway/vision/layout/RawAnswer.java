package io.carriageway.vision.layout;

import java.nio.FloatBuffer;

/**
 * What a model answered for one picture.
 *
 * @param numbers of the output that has the boxes, row by row; valid until the next run
 * @param shape of that output, with 1 for the batch
 * @param maskCoefficients numbers that each box has behind its scores, as many as the model has prototypes of masks; 0
 *     for a model without masks
 */
public record RawAnswer(FloatBuffer numbers, long[] shape, int maskCoefficients) {

    /** An answer of a model without masks. */
    public RawAnswer(FloatBuffer numbers, long... shape) {
        this(numbers, shape, 0);
    }

    /** A side of the shape; -1 where it has not so many. */
    long side(int number) {
        return number < shape.length ? shape[number] : -1;
    }
}
