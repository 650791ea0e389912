package io.carriageway.vision.layout;

import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.ModelCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads layout end-to-end: [1, boxes, 6], one row for each box after suppression in the model: left, top, right and
 * bottom in pixels, score, class number. The newest YOLO models answer like this, and older ones that were exported
 * with suppression in their graph. Unused rows are zeros, or have the score -1.
 */
final class EndToEndOutput implements OutputReader {

    static final int COLUMNS = 6;
    private static final int SCORE = 4;
    private static final int CLASS = 5;
    private static final float NO_BOX = -1;

    private final ModelCard card;
    private final List<VehicleLabel> labels;
    private final float threshold;
    private float[] row = {};

    EndToEndOutput(ModelCard card) {
        this.card = card;
        this.labels = card.labels();
        this.threshold = card.lowestConfidenceThreshold();
    }

    @Override
    public Reading read(RawAnswer answer) {
        int boxes = boxes(answer);
        List<Candidate> candidates = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            answer.numbers().get(box * row.length, row);
            var fault = fault();
            if (fault != null) {
                return fault;
            }
            addCandidate(candidates);
        }
        return new Reading.Boxes(candidates);
    }

    private Reading.Invalid fault() {
        for (int side = 0; side < SCORE; side++) {
            if (!Float.isFinite(row[side])) {
                return Scores.invalidBox(row[side]);
            }
        }
        if (row[SCORE] == NO_BOX) {
            return null;
        }
        if (!Scores.isProbability(row[SCORE])) {
            return Scores.invalid(row[SCORE]);
        }
        boolean isClass = row[CLASS] >= 0 && row[CLASS] < labels.size() && row[CLASS] == (int) row[CLASS];
        return row[SCORE] <= 0 || isClass
                ? null
                : new Reading.Invalid("a box is of class " + row[CLASS] + ", but the card has classes 0 to "
                        + (labels.size() - 1) + ": correct classes or layout in the card");
    }

    private void addCandidate(List<Candidate> candidates) {
        float score = Scores.clamp(row[SCORE]);
        if (score >= threshold && labels.get((int) row[CLASS]) != null) {
            candidates.add(new Candidate(labels.get((int) row[CLASS]), score, row[0], row[1], row[2], row[3]));
        }
    }

    @Override
    public AnswerSurvey survey() {
        return PixelSurvey.ofCorners(card, this::visit);
    }

    void visit(RawAnswer answer, BoxVisitor visitor) {
        int boxes = boxes(answer);
        for (int box = 0; box < boxes; box++) {
            answer.numbers().get(box * row.length, row);
            if (row[SCORE] >= 0) {
                visitor.see((row[0] + row[2]) / 2, (row[1] + row[3]) / 2, row[2] - row[0], row[3] - row[1]);
            }
        }
    }

    private int boxes(RawAnswer answer) {
        int columns = COLUMNS + answer.coefficientsBehind(COLUMNS, 2);
        OutputReader.requireShape(answer, card, 1, Math.max(0, answer.side(1)), columns);
        if (row.length != columns) {
            row = new float[columns];
        }
        return (int) answer.side(1);
    }
}
