package io.carriageway.city.world;

/**
 * A quantity between 0 and 1 that changes smoothly with time: uniform at every knot, interpolated in between. Any
 * instant depends only on the two knots beside it.
 */
public record SmoothNoise(long seed, long salt, double knotSeconds) {

    public double at(double seconds) {
        double position = seconds / knotSeconds;
        long knot = (long) StrictMath.floor(position);
        double eased = eased(position - knot);
        return (1 - eased) * knotValue(knot) + eased * knotValue(knot + 1);
    }

    /** From 0 to 1 as the share does, slowly at both ends; a share outside counts as the nearer end. */
    static double eased(double share) {
        double within = Math.min(1, Math.max(0, share));
        return within * within * (3 - 2 * within);
    }

    private double knotValue(long knot) {
        return SeededRandom.of(seed, salt, knot).uniform();
    }
}
