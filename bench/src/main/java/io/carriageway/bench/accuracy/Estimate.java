package io.carriageway.bench.accuracy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A figure of the measured frames with its 95 % interval: the percentile bootstrap over whole frames, because vehicles
 * of one frame are not independent. It is seeded, so equal frames give equal intervals.
 */
record Estimate(double value, double low, double high) {

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 95;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * Returns null if the frames do not have the figure; resamples without it are left out.
     *
     * @param figure computed from the frames with these numbers, each as often as it occurs; NaN if they do not have it
     */
    static Estimate of(int frames, ToDoubleFunction<int[]> figure) {
        var numbers = new int[frames];
        Arrays.setAll(numbers, frame -> frame);
        double value = figure.applyAsDouble(numbers);
        if (Double.isNaN(value)) {
            return null;
        }
        var random = new SplittableRandom(SEED);
        var resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(numbers, frame -> random.nextInt(frames));
            resampled[i] = figure.applyAsDouble(numbers);
        }
        var sample = Sample.of(Arrays.stream(resampled).filter(Double::isFinite).toArray());
        return new Estimate(value, sample.quantile(LOW), sample.quantile(HIGH));
    }
}
