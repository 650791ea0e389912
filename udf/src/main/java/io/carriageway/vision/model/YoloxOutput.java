package io.carriageway.vision.model;

import io.carriageway.vision.VehicleLabel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Layout yolox. A row per grid cell: offsets from the cell, logarithms of the size in strides, objectness, class
 * scores.
 */
final class YoloxOutput implements OutputReader {

    static final int[] STRIDES = {8, 16, 32};
    private static final int OBJECTNESS = 4;
    private static final int FIRST_CLASS = 5;

    private final List<VehicleLabel> labels;
    private final float threshold;
    private final int inputWidth;
    private final int inputHeight;
    private final float[] row;

    /** Labels by class number, null where a class is not a vehicle. */
    YoloxOutput(List<VehicleLabel> labels, float threshold, int inputWidth, int inputHeight) {
        this.labels = labels;
        this.threshold = threshold;
        this.inputWidth = inputWidth;
        this.inputHeight = inputHeight;
        this.row = new float[FIRST_CLASS + labels.size()];
    }

    @Override
    public List<Candidate> read(FloatBuffer output, long[] shape) {
        OutputReader.requireShape(new long[] {1, cells(), row.length}, shape);
        List<Candidate> candidates = new ArrayList<>();
        int cell = 0;
        for (int stride : STRIDES) {
            for (int y = 0; y < inputHeight / stride; y++) {
                for (int x = 0; x < inputWidth / stride; x++, cell++) {
                    // Most cells hold nothing; their objectness alone tells, as no class score is above 1.
                    if (output.get(cell * row.length + OBJECTNESS) >= threshold) {
                        output.get(cell * row.length, row);
                        addCandidate(candidates, x, y, stride);
                    }
                }
            }
        }
        return candidates;
    }

    private void addCandidate(List<Candidate> candidates, int x, int y, int stride) {
        int best = FIRST_CLASS;
        for (int number = FIRST_CLASS + 1; number < row.length; number++) {
            best = row[number] > row[best] ? number : best;
        }
        float score = OutputReader.requireProbability(row[OBJECTNESS]) * OutputReader.requireProbability(row[best]);
        VehicleLabel label = labels.get(best - FIRST_CLASS);
        if (label == null || !(score >= threshold)) {
            return;
        }
        Candidate candidate = Candidate.around(
                label,
                score,
                (row[0] + x) * stride,
                (row[1] + y) * stride,
                (float) Math.exp(row[2]) * stride,
                (float) Math.exp(row[3]) * stride);
        if (candidate.isFinite()) {
            candidates.add(candidate);
        }
    }

    private long cells() {
        long cells = 0;
        for (int stride : STRIDES) {
            cells += (long) (inputWidth / stride) * (inputHeight / stride);
        }
        return cells;
    }
}
