package io.carriageway.bench.accuracy;

import io.carriageway.bench.accuracy.label.Box;
import io.carriageway.bench.accuracy.label.TrueVehicle;
import io.carriageway.vision.VehicleLabel;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Average precision as defined by COCO, so that figures are comparable with published ones: the detection with the
 * highest confidence takes the best remaining truth of its frame, precision is interpolated at 101 recalls, and a class
 * without truth has no figure.
 */
final class AveragePrecision {

    static final double LOOSEST_IOU = 0.5;
    private static final double STRICTEST_IOU = 0.95;
    private static final int IOU_STEPS = 9;
    private static final int RECALL_STEPS = 100;
    private static final double RECALL_STEP = 0.01;
    private static final int MOST_CLAIMS_A_FRAME = 100;

    private static final Comparator<FoundVehicle> SUREST_FIRST =
            Comparator.comparingDouble(FoundVehicle::confidence).reversed();

    /** A detection of the model, and whether a vehicle was left for it. */
    private record Claim(double confidence, boolean right) {}

    private AveragePrecision() {}

    static OptionalDouble at(double iou, List<JudgedFrame> frames, VehicleLabel label) {
        int truths = frames.stream()
                .mapToInt(frame -> frame.countTrue(label::equals))
                .sum();
        if (truths == 0) {
            return OptionalDouble.empty();
        }
        var claims = frames.stream()
                .flatMap(frame -> match(frame, label, iou).stream())
                .sorted(Comparator.comparingDouble(Claim::confidence).reversed())
                .toList();
        return OptionalDouble.of(areaUnder(claims, truths));
    }

    /** The mean over the overlaps 0.50, 0.55 to 0.95. */
    static OptionalDouble overIous(List<JudgedFrame> frames, VehicleLabel label) {
        double sum = 0;
        for (int step = 0; step <= IOU_STEPS; step++) {
            double iou = LOOSEST_IOU + step * ((STRICTEST_IOU - LOOSEST_IOU) / IOU_STEPS);
            var precision = at(iou, frames, label);
            if (precision.isEmpty()) {
                return precision;
            }
            sum += precision.getAsDouble();
        }
        return OptionalDouble.of(sum / (IOU_STEPS + 1));
    }

    private static List<Claim> match(JudgedFrame frame, VehicleLabel label, double iou) {
        var truths = frame.truth().stream()
                .filter(vehicle -> vehicle.label() == label)
                .map(TrueVehicle::box)
                .toList();
        var taken = new boolean[truths.size()];
        return frame.found().stream()
                .filter(vehicle -> vehicle.label() == label)
                .sorted(SUREST_FIRST)
                .limit(MOST_CLAIMS_A_FRAME)
                .map(vehicle -> new Claim(vehicle.confidence(), takeBest(vehicle.box(), truths, taken, iou)))
                .toList();
    }

    /** Of two truths that fit equally, COCO takes the later one. */
    private static boolean takeBest(Box claimed, List<Box> truths, boolean[] taken, double iou) {
        int best = -1;
        double bestOverlap = iou;
        for (int truth = 0; truth < taken.length; truth++) {
            double overlap = claimed.overlap(truths.get(truth));
            if (!taken[truth] && overlap >= bestOverlap) {
                best = truth;
                bestOverlap = overlap;
            }
        }
        if (best >= 0) {
            taken[best] = true;
        }
        return best >= 0;
    }

    private static double areaUnder(List<Claim> surestFirst, int truths) {
        var recalls = new double[surestFirst.size()];
        var precisions = new double[surestFirst.size()];
        int right = 0;
        for (int i = 0; i < recalls.length; i++) {
            right += surestFirst.get(i).right() ? 1 : 0;
            recalls[i] = (double) right / truths;
            precisions[i] = (double) right / (i + 1);
        }
        for (int i = precisions.length - 2; i >= 0; i--) {
            precisions[i] = Math.max(precisions[i], precisions[i + 1]);
        }
        double sum = 0;
        int reached = 0;
        for (int step = 0; step <= RECALL_STEPS; step++) {
            while (reached < recalls.length && recalls[reached] < step * RECALL_STEP) {
                reached++;
            }
            sum += reached < recalls.length ? precisions[reached] : 0;
        }
        return sum / (RECALL_STEPS + 1);
    }
}
