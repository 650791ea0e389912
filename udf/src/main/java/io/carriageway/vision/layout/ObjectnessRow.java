package io.carriageway.vision.layout;

import io.carriageway.vision.VehicleLabel;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * A row with the four numbers of a box, objectness, and a score for each class, as YOLOv5 and YOLOX give them. A box's
 * score is its objectness times the score of its best class.
 */
final class ObjectnessRow {

    private static final int OBJECTNESS = 4;
    private static final int FIRST_CLASS = 5;

    private final List<VehicleLabel> labels;
    private final float[] numbers;
    private int best;

    /** @param labels labels by class number, null if a class is not a vehicle */
    ObjectnessRow(List<VehicleLabel> labels) {
        this.labels = labels;
        this.numbers = new float[length(labels.size())];
    }

    static int length(int classes) {
        return FIRST_CLASS + classes;
    }

    void load(FloatBuffer from, int index) {
        from.get(index, numbers);
        best = FIRST_CLASS;
        for (int number = FIRST_CLASS + 1; number < numbers.length; number++) {
            best = numbers[number] > numbers[best] ? number : best;
        }
    }

    /** What is impossible in such a row, or null. */
    Reading.Invalid fault() {
        for (int side = 0; side < OBJECTNESS; side++) {
            if (!Float.isFinite(numbers[side])) {
                return Scores.invalidBox(numbers[side]);
            }
        }
        for (int number = OBJECTNESS; number < numbers.length; number++) {
            if (!Scores.isProbability(numbers[number])) {
                return Scores.invalid(numbers[number]);
            }
        }
        return null;
    }

    float side(int number) {
        return numbers[number];
    }

    float score() {
        return Scores.clamp(numbers[OBJECTNESS]) * Scores.clamp(numbers[best]);
    }

    /** The label of the likeliest class; null if it is not a vehicle. */
    VehicleLabel label() {
        return labels.get(best - FIRST_CLASS);
    }
}
