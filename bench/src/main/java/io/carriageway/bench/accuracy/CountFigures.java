package io.carriageway.bench.accuracy;

import io.carriageway.vision.VehicleLabel;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The accuracy of vehicle counts per frame.
 *
 * @param mae mean absolute error of the count of a frame, in vehicles
 * @param bias mean error with its sign: the error that remains in sums of many frames
 * @param biasPct bias in percent of the true number; null if there is no vehicle
 * @param exactPct percentage of frames with the right count
 */
record CountFigures(
        double truePerFrame, double foundPerFrame, Estimate mae, Estimate bias, Estimate biasPct, double exactPct) {

    static CountFigures of(List<JudgedFrame> frames, Thresholds thresholds, Predicate<VehicleLabel> wanted) {
        int[] truth = frames.stream().mapToInt(frame -> frame.countTrue(wanted)).toArray();
        int[] found = frames.stream()
                .mapToInt(frame -> frame.countFound(wanted, thresholds))
                .toArray();
        IntUnaryOperator error = frame -> found[frame] - truth[frame];
        int size = truth.length;
        return new CountFigures(
                mean(IntStream.of(truth)),
                mean(IntStream.of(found)),
                Estimate.of(
                        size, numbers -> mean(IntStream.of(numbers).map(error).map(Math::abs))),
                Estimate.of(size, numbers -> mean(IntStream.of(numbers).map(error))),
                Estimate.of(
                        size,
                        numbers -> percent(
                                IntStream.of(numbers).map(error).sum(),
                                IntStream.of(numbers).map(frame -> truth[frame]).sum())),
                percent(
                        IntStream.range(0, size)
                                .filter(frame -> error.applyAsInt(frame) == 0)
                                .count(),
                        size));
    }

    static double percent(double part, double whole) {
        return whole == 0 ? Double.NaN : 100 * part / whole;
    }

    private static double mean(IntStream numbers) {
        return numbers.average().orElse(Double.NaN);
    }
}
