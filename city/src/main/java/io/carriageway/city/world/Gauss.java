package io.carriageway.city.world;

import java.util.function.DoubleUnaryOperator;

/** Gauss's four points: integrates polynomials up to the seventh degree without error. */
final class Gauss {
    private static final double INNER = 0.33998104358485626;
    private static final double OUTER = 0.86113631159405258;
    private static final double INNER_WEIGHT = 0.65214515486254614;
    private static final double OUTER_WEIGHT = 0.34785484513745386;

    private Gauss() {}

    static double integral(DoubleUnaryOperator rate, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double inner = rate.applyAsDouble(middle - INNER * half) + rate.applyAsDouble(middle + INNER * half);
        double outer = rate.applyAsDouble(middle - OUTER * half) + rate.applyAsDouble(middle + OUTER * half);
        return half * (INNER_WEIGHT * inner + OUTER_WEIGHT * outer);
    }
}
