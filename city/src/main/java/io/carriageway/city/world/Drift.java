package io.carriageway.city.world;

/**
 * A quantity between 0 and 1 that wanders smoothly with time: uniform at every knot, eased in between. Any instant is
 * computed by itself, from the two knots beside it.
 */
public record Drift(long seed, long salt, double knotSeconds) {

    public double at(double seconds) {
        double position = seconds / knotSeconds;
        long knot = (long) StrictMath.floor(position);
        double share = position - knot;
        double eased = share * share * (3 - 2 * share);
        return (1 - eased) * knotValue(knot) + eased * knotValue(knot + 1);
    }

    private double knotValue(long knot) {
        return Dice.of(seed, salt, knot).uniform();
    }
}
