package io.carriageway.vision.layout;

import io.carriageway.vision.VehicleLabel;
import io.carriageway.vision.model.Candidate;
import io.carriageway.vision.model.ModelCard;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads Ultralytics' dense answer: [1, 4 + classes + mask coefficients, boxes]. Scores are stored class by class and
 * are read in that order, without transposing.
 */
final class Yolov8Output implements OutputReader {

    private static final int SIDES = 4;

    private final ModelCard card;
    private final List<VehicleLabel> labels;
    private final float threshold;
    private float[] numbersOfBoxes = {};
    private float[] best = {};
    private int[] bestClass = {};

    Yolov8Output(ModelCard card) {
        this.card = card;
        this.labels = card.labels();
        this.threshold = card.lowestConfidenceThreshold();
    }

    @Override
    public Reading read(RawAnswer answer) {
        int boxes = boxes(answer);
        var fault = faultOfBoxes(answer.numbers(), boxes);
        if (fault == null) {
            fault = findBestClasses(answer.numbers(), boxes);
        }
        if (fault != null) {
            return fault;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int box = 0; box < boxes; box++) {
            if (best[box] >= threshold && labels.get(bestClass[box]) != null) {
                candidates.add(candidate(answer.numbers(), boxes, box));
            }
        }
        candidates.removeIf(candidate -> !candidate.isFinite());
        return new Reading.Boxes(candidates);
    }

    private Reading.Invalid faultOfBoxes(FloatBuffer numbers, int boxes) {
        for (int side = 0; side < SIDES; side++) {
            numbers.get(side * boxes, numbersOfBoxes);
            for (float number : numbersOfBoxes) {
                if (!Float.isFinite(number)) {
                    return Scores.invalidBox(number);
                }
            }
        }
        return null;
    }

    /**
     * Finds the best class of each box over all classes and not only vehicles: a person that looks a little like a
     * bicycle is a person.
     */
    private Reading.Invalid findBestClasses(FloatBuffer numbers, int boxes) {
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        for (int number = 0; number < labels.size(); number++) {
            numbers.get((SIDES + number) * boxes, numbersOfBoxes);
            for (int box = 0; box < boxes; box++) {
                float score = numbersOfBoxes[box];
                if (!Scores.isProbability(score)) {
                    return Scores.invalid(score);
                }
                if (score > best[box]) {
                    best[box] = score;
                    bestClass[box] = number;
                }
            }
        }
        return null;
    }

    private Candidate candidate(FloatBuffer numbers, int boxes, int box) {
        return Candidate.around(
                labels.get(bestClass[box]),
                Scores.clamp(best[box]),
                numbers.get(box),
                numbers.get(boxes + box),
                numbers.get(2 * boxes + box),
                numbers.get(3 * boxes + box));
    }

    @Override
    public AnswerSurvey survey() {
        return PixelSurvey.ofCentres(card, this::visit);
    }

    void visit(RawAnswer answer, BoxVisitor visitor) {
        int boxes = boxes(answer);
        FloatBuffer numbers = answer.numbers();
        for (int box = 0; box < boxes; box++) {
            visitor.see(
                    numbers.get(box),
                    numbers.get(boxes + box),
                    numbers.get(2 * boxes + box),
                    numbers.get(3 * boxes + box));
        }
    }

    private int boxes(RawAnswer answer) {
        int boxes = (int) Math.max(0, answer.side(2));
        int rows = SIDES + labels.size();
        OutputReader.requireShape(answer, card, 1, rows + answer.coefficientsBehind(rows, 1), boxes);
        if (best.length != boxes) {
            numbersOfBoxes = new float[boxes];
            best = new float[boxes];
            bestClass = new int[boxes];
        }
        return boxes;
    }
}
