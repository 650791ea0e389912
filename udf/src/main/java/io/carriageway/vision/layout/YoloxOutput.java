package io.carriageway.vision.layout;

import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.ModelCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads layout yolox: [1, cells, 5 + classes], one row for each grid cell of strides 8, 16 and 32: offsets from the
 * cell, logarithms of the size in strides, objectness, class scores.
 */
final class YoloxOutput implements OutputReader {

    /** Receives the loaded row of a cell, and the cell's position in the grid of its stride. */
    @FunctionalInterface
    interface CellVisitor {
        /** Returns false to stop. */
        boolean see(int x, int y, int stride);
    }

    private final ModelCard card;
    private final float threshold;
    private final ObjectnessRow row;

    YoloxOutput(ModelCard card) {
        this.card = card;
        this.threshold = card.lowestConfidenceThreshold();
        this.row = new ObjectnessRow(card.labels());
    }

    @Override
    public Reading read(RawAnswer answer) {
        var faults = new ArrayList<Reading.Invalid>(1);
        List<Candidate> candidates = new ArrayList<>();
        visit(answer, (x, y, stride) -> {
            var fault = row.fault();
            if (fault != null) {
                faults.add(fault);
                return false;
            }
            addCandidate(candidates, x, y, stride);
            return true;
        });
        return faults.isEmpty() ? new Reading.Boxes(candidates) : faults.get(0);
    }

    private void addCandidate(List<Candidate> candidates, int x, int y, int stride) {
        float score = row.score();
        if (row.label() == null || !(score >= threshold)) {
            return;
        }
        Candidate candidate = Candidate.around(
                row.label(),
                score,
                (row.side(0) + x) * stride,
                (row.side(1) + y) * stride,
                (float) Math.exp(row.side(2)) * stride,
                (float) Math.exp(row.side(3)) * stride);
        if (candidate.isFinite()) {
            candidates.add(candidate);
        }
    }

    @Override
    public AnswerSurvey survey() {
        var survey = new GridSurvey(card);
        return survey.over(answer -> visit(answer, (x, y, stride) -> {
            survey.see(row, x, y, stride);
            return true;
        }));
    }

    private void visit(RawAnswer answer, CellVisitor visitor) {
        int columns = ObjectnessRow.length(card.classes().size());
        OutputReader.requireShape(answer, card, 1, YoloGrid.cells(card.inputWidth(), card.inputHeight()), columns);
        int cell = 0;
        for (int stride : YoloGrid.STRIDES) {
            for (int y = 0; y < card.inputHeight() / stride; y++) {
                for (int x = 0; x < card.inputWidth() / stride; x++, cell++) {
                    row.load(answer.numbers(), cell * columns);
                    if (!visitor.see(x, y, stride)) {
                        return;
                    }
                }
            }
        }
    }
}
