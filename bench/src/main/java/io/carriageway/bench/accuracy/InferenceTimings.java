package io.carriageway.bench.accuracy;

import java.util.List;
import java.util.function.ToLongFunction;

/** Milliseconds to process a frame: decode, fit, infer, suppress. */
record InferenceTimings(Spread cpu, Spread wall) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** The times of one frame. */
    record Look(long cpuNanos, long wallNanos) {}

    record Spread(double mean, double median, double p95) {}

    static InferenceTimings of(List<Look> looks) {
        return new InferenceTimings(spread(looks, Look::cpuNanos), spread(looks, Look::wallNanos));
    }

    private static Spread spread(List<Look> looks, ToLongFunction<Look> nanos) {
        var millis = Sample.of(looks.stream()
                .mapToDouble(look -> nanos.applyAsLong(look) / NANOS_PER_MILLI)
                .toArray());
        return new Spread(millis.mean(), millis.quantile(0.5), millis.quantile(0.95));
    }
}
