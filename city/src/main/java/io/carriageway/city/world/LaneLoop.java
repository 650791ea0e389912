package io.carriageway.city.world;

/**
 * How one lane around one block is driven. Traffic slows at the corners, has slow and fast minutes, and is held up by
 * weather and accidents, all by formulas that are solved for any instant, so nothing has to be simulated step by step.
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

    /** The mean speed of a round in the lane's fast minutes, when nothing holds it up. */
    double freeFlowSpeed() {
        return meanSpeed * (1 + paceSwing);
    }

    /**
     * The lane's own clock at an instant, which carries all its vehicles along: it runs faster and slower than the
     * city's. Whole rounds are left out of it, so it says where vehicles are and not how often they have been there.
     */
    double clock(double seconds) {
        return flow.clock(paced(seconds));
    }

    double clockRate(double seconds) {
        double turn = 2 * StrictMath.PI / pacePeriodSeconds;
        return flow.rate(paced(seconds)) * (1 + paceSwing * StrictMath.cos(turn * seconds + pacePhase));
    }

    /** The lane is a few seconds ahead of the city's time or behind it: its slow and fast minutes. */
    private double paced(double seconds) {
        double turn = 2 * StrictMath.PI / pacePeriodSeconds;
        return seconds + paceSwing / turn * StrictMath.sin(turn * seconds + pacePhase);
    }

    /** Metres driven along the lane by that reading of a vehicle's clock. */
    double driven(double clockSeconds) {
        double turn = 8 * StrictMath.PI / roundSeconds();
        return meanSpeed * clockSeconds - meanSpeed * cornerSlowdown / turn * StrictMath.sin(turn * clockSeconds);
    }

    double drivenRate(double clockSeconds) {
        return meanSpeed * (1 - cornerSlowdown * StrictMath.cos(8 * StrictMath.PI / roundSeconds() * clockSeconds));
    }
}
