package io.carriageway.vision.layout;

import java.nio.FloatBuffer;

/**
 * A model's answer for one picture.
 *
 * @param numbers numbers of the output with the boxes, row by row; valid until the next run
 * @param shape shape of that output, with 1 for the batch
 * @param maskCoefficients how many mask coefficients may follow the scores of each box: the number of prototypes that
 *     the model seems to have; 0 for a model without masks
 */
public record RawAnswer(FloatBuffer numbers, long[] shape, int maskCoefficients) {

    /** An answer of a model without masks. */
    public RawAnswer(FloatBuffer numbers, long... shape) {
        this(numbers, shape, 0);
    }

    /**
     * Number of mask coefficients after {@code numbers} numbers of a box along a dimension of the shape. It is 0 if the
     * dimension has exactly these: then the other output is a feature map and not prototypes.
     */
    int coefficientsBehind(int numbers, int side) {
        return side(side) == numbers ? 0 : maskCoefficients;
    }

    /** Whether a dimension of the shape has that many numbers of a box, with or without mask coefficients. */
    boolean hasNumbers(int numbers, int side) {
        return side(side) == (long) numbers + coefficientsBehind(numbers, side);
    }

    /** A dimension of the shape; -1 if there are fewer. */
    long side(int number) {
        return number < shape.length ? shape[number] : -1;
    }
}
