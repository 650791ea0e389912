package io.carriageway.vision.layout;

import java.nio.FloatBuffer;

/**
 * What a model answered for one picture.
 *
 * @param numbers of the output that has the boxes, row by row; valid until the next run
 * @param shape of that output, with 1 for the batch
 * @param maskCoefficients numbers that each box may have behind its scores, as many as the model seems to have
 *     prototypes of masks; 0 for a model without masks
 */
public record RawAnswer(FloatBuffer numbers, long[] shape, int maskCoefficients) {

    /** An answer of a model without masks. */
    public RawAnswer(FloatBuffer numbers, long... shape) {
        this(numbers, shape, 0);
    }

    /**
     * Mask coefficients behind so many numbers of a box, which lie along a side of the shape. None where the side has
     * just these: then the other output is a feature map and no prototypes.
     */
    int coefficientsBehind(int numbers, int side) {
        return side(side) == numbers ? 0 : maskCoefficients;
    }

    /** Whether a side of the shape has so many numbers of a box, with mask coefficients or without. */
    boolean hasNumbers(int numbers, int side) {
        return side(side) == (long) numbers + coefficientsBehind(numbers, side);
    }

    /** A side of the shape; -1 where it has not so many. */
    long side(int number) {
        return number < shape.length ? shape[number] : -1;
    }
}
