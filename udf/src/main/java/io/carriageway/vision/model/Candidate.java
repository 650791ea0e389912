package io.carriageway.vision.model;

import io.carriageway.vision.VehicleLabel;
import java.util.Comparator;

/** A box that a model proposes, in pixels of its canvas. */
public record Candidate(VehicleLabel label, float score, float xMin, float yMin, float xMax, float yMax) {

    /**
     * A total order, so that which of two equal boxes survives does not depend on their order in the model's answer.
     */
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparing(Candidate::label)
            .thenComparing(Candidate::xMin)
            .thenComparing(Candidate::yMin)
            .thenComparing(Candidate::xMax)
            .thenComparing(Candidate::yMax);

    public static Candidate around(
            VehicleLabel label, float score, float centreX, float centreY, float width, float height) {
        return new Candidate(
                label, score, centreX - width / 2, centreY - height / 2, centreX + width / 2, centreY + height / 2);
    }

    public boolean isFinite() {
        return Float.isFinite(xMin) && Float.isFinite(yMin) && Float.isFinite(xMax) && Float.isFinite(yMax);
    }

    /** Intersection over union of the two boxes, 0 to 1. */
    float overlap(Candidate other) {
        float width = Math.min(xMax, other.xMax) - Math.max(xMin, other.xMin);
        float height = Math.min(yMax, other.yMax) - Math.max(yMin, other.yMin);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        float shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    private float area() {
        return (xMax - xMin) * (yMax - yMin);
    }
}
