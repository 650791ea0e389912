package io.carriageway.bench.accuracy;

import java.util.Arrays;

/** A sample of numbers with mean and quantiles; quantiles are interpolated between neighbours. */
record Sample(double[] rising) {

    static Sample of(double[] values) {
        return new Sample(Arrays.stream(values).sorted().toArray());
    }

    double mean() {
        return Arrays.stream(rising).average().orElse(Double.NaN);
    }

    double quantile(double share) {
        if (rising.length == 0) {
            return Double.NaN;
        }
        double place = share * (rising.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] + (place - below) * (rising[above] - rising[below]);
    }
}
