package io.carriageway.vision.layout;

/**
 * Checks whether numbers can be probabilities. Rounding, as with half precision, may put one slightly outside 0 to 1.
 */
final class Scores {

    private static final float SLACK = 0.01f;

    private Scores() {}

    /** Whether a score is within [-0.01, 1.01]; NaN is not. */
    static boolean isProbability(float score) {
        return score >= -SLACK && score <= 1 + SLACK;
    }

    /** The score clamped to 0 to 1. */
    static float clamp(float score) {
        return Math.max(0f, Math.min(1f, score));
    }

    static Reading.Invalid invalid(float score) {
        if (!Float.isFinite(score)) {
            return notANumber("a score of " + score);
        }
        return new Reading.Invalid("a score of " + score
                + " is no probability: export the model with its final sigmoid, or correct layout in the card");
    }

    static Reading.Invalid invalidBox(float number) {
        return notANumber("a side of a box is " + number);
    }

    private static Reading.Invalid notANumber(String what) {
        return new Reading.Invalid(
                what + ": the graph overflows or divides by 0 on this picture. Export the model again,"
                        + " and with 32-bit floats where it has 16-bit ones");
    }
}
