package io.carriageway.vision.layout;

import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.ModelCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads layout yolov5: [1, boxes, 5 + classes + mask coefficients], one row for each box: centre and size in pixels,
 * objectness, class scores. YOLOv7 answers like this too, and YOLOX if its boxes are decoded in the graph.
 */
final class Yolov5Output implements OutputReader {

    private final ModelCard card;
    private final float threshold;
    private final ObjectnessRow row;

    Yolov5Output(ModelCard card) {
        this.card = card;
        this.threshold = card.lowestConfidenceThreshold();
        this.row = new ObjectnessRow(card.labels());
    }

    @Override
    public Reading read(RawAnswer answer) {
        int boxes = boxes(answer);
        int columns = (int) answer.side(2);
        List<Candidate> candidates = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            row.load(answer.numbers(), box * columns);
            var fault = row.fault();
            if (fault != null) {
                return fault;
            }
            if (row.score() >= threshold && row.label() != null) {
                candidates.add(
                        Candidate.around(row.label(), row.score(), row.side(0), row.side(1), row.side(2), row.side(3)));
            }
        }
        candidates.removeIf(candidate -> !candidate.isFinite());
        return new Reading.Boxes(candidates);
    }

    @Override
    public AnswerSurvey survey() {
        return PixelSurvey.ofCentres(card, (answer, visitor) -> {
            int boxes = boxes(answer);
            int columns = (int) answer.side(2);
            for (int box = 0; box < boxes; box++) {
                row.load(answer.numbers(), box * columns);
                visitor.see(row.side(0), row.side(1), row.side(2), row.side(3));
            }
        });
    }

    private int boxes(RawAnswer answer) {
        int boxes = (int) Math.max(0, answer.side(1));
        int numbers = ObjectnessRow.length(card.classes().size());
        OutputReader.requireShape(answer, card, 1, boxes, numbers + answer.coefficientsBehind(numbers, 2));
        return boxes;
    }
}
