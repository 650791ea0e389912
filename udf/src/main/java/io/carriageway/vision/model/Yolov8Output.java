package io.carriageway.vision.model;

import io.carriageway.vision.VehicleLabel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Layout yolov8. Scores lie class by class, so they are read a class at a time: no transposing. */
final class Yolov8Output implements OutputReader {

    private final List<VehicleLabel> labels;
    private final float threshold;
    private float[] classScores = {};
    private float[] best = {};
    private int[] bestClass = {};

    /** Labels by class number, null where a class is not a vehicle. */
    Yolov8Output(List<VehicleLabel> labels, float threshold) {
        this.labels = labels;
        this.threshold = threshold;
    }

    @Override
    public List<Candidate> read(FloatBuffer output, long[] shape) {
        long boxes = shape.length == 3 ? shape[2] : 0;
        OutputReader.requireShape(new long[] {1, 4L + labels.size(), boxes}, shape);
        findBestClasses(output, (int) boxes);
        List<Candidate> candidates = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            if (best[box] >= threshold && labels.get(bestClass[box]) != null) {
                candidates.add(candidate(output, (int) boxes, box));
            }
        }
        candidates.removeIf(candidate -> !candidate.isFinite());
        return candidates;
    }

    /** Over all classes, not only vehicles: a person that looks a little like a bicycle is a person. */
    private void findBestClasses(FloatBuffer output, int boxes) {
        if (best.length != boxes) {
            classScores = new float[boxes];
            best = new float[boxes];
            bestClass = new int[boxes];
        }
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (int number = 0; number < labels.size(); number++) {
            output.get((4 + number) * boxes, classScores);
            for (int box = 0; box < boxes; box++) {
                if (classScores[box] > best[box]) {
                    best[box] = classScores[box];
                    bestClass[box] = number;
                }
            }
        }
    }

    private Candidate candidate(FloatBuffer output, int boxes, int box) {
        return Candidate.around(
                labels.get(bestClass[box]),
                OutputReader.requireProbability(best[box]),
                output.get(box),
                output.get(boxes + box),
                output.get(2 * boxes + box),
                output.get(3 * boxes + box));
    }
}
