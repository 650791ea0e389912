package io.carriageway.city.world;

/**
 * The movement of traffic in one lane around one block. Traffic slows at corners, has slow and fast minutes, and is
 * delayed by weather and accidents. All of it is formulas of time, so nothing is simulated step by step.
 */
public record LaneLoop(
        int block,
        int lane,
        Circuit circuit,
        double meanSpeed,
        double cornerSlowdown,
        double paceSwing,
        double pacePeriodSeconds,
        double pacePhase,
        LaneFlow flow) {

    public double roundSeconds() {
        return circuit.lengthMetres() / meanSpeed;
    }

    double slowestSpeed() {
        return meanSpeed * (1 - cornerSlowdown);
    }

    /** The mean speed of a round in the lane's fast minutes without delays. */
    double freeFlowSpeed() {
        return meanSpeed * (1 + paceSwing);
    }

    /**
     * The lane's own clock at an instant, which moves all its vehicles: it runs faster and slower than the city's. It
     * omits whole rounds, so it determines positions and not the number of rounds.
     */
    double clock(double seconds) {
        return flow.clock(paced(seconds));
    }

    double clockRate(double seconds) {
        double turn = 2 * StrictMath.PI / pacePeriodSeconds;
        return flow.rate(paced(seconds)) * (1 + paceSwing * StrictMath.cos(turn * seconds + pacePhase));
    }

    /** The lane's clock is a few seconds ahead of the city's or behind it: its slow and fast minutes. */
    private double paced(double seconds) {
        double turn = 2 * StrictMath.PI / pacePeriodSeconds;
        return seconds + paceSwing / turn * StrictMath.sin(turn * seconds + pacePhase);
    }

    /** Metres driven along the lane at that reading of a vehicle's clock. */
    double driven(double clockSeconds) {
        double turn = 8 * StrictMath.PI / roundSeconds();
        return meanSpeed * clockSeconds - meanSpeed * cornerSlowdown / turn * StrictMath.sin(turn * clockSeconds);
    }

    double drivenRate(double clockSeconds) {
        return meanSpeed * (1 - cornerSlowdown * StrictMath.cos(8 * StrictMath.PI / roundSeconds() * clockSeconds));
    }
}
