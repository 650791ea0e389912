package io.carriageway.city.world;

/**
 * A vehicle and its habits: which lane it circles, how far ahead of the lane's first it started, and how it eases back
 * and forth around that place.
 *
 * @param swaySeconds how far it drifts ahead of and behind its place, in seconds of driving
 * @param swayPeriodSeconds by its lane's clock, so that it rests where its lane does; divides a round of the lane
 */
public record Vehicle(
        String id,
        VehicleKind kind,
        double lengthMetres,
        double widthMetres,
        LaneLoop loop,
        double offsetSeconds,
        double swaySeconds,
        double swayPeriodSeconds,
        double swayPhase,
        double leftMetres,
        long lookSeed) {

    /** The same vehicle so many seconds ahead of its lane's first. */
    Vehicle startingAt(double seconds) {
        return new Vehicle(
                id,
                kind,
                lengthMetres,
                widthMetres,
                loop,
                seconds,
                swaySeconds,
                swayPeriodSeconds,
                swayPhase,
                leftMetres,
                lookSeed);
    }

    public VehicleState at(double seconds) {
        double turn = 2 * StrictMath.PI / swayPeriodSeconds;
        double laneClock = loop.clock(seconds);
        double sway = turn * laneClock + swayPhase;
        double clock = laneClock + offsetSeconds + swaySeconds * StrictMath.sin(sway);
        double clockRate = loop.clockRate(seconds) * (1 + swaySeconds * turn * StrictMath.cos(sway));
        double driven = loop.driven(clock);
        double speed = loop.drivenRate(clock) * clockRate * loop.circuit().stretch(driven, leftMetres);
        return new VehicleState(this, loop.circuit().place(driven, leftMetres), speed, driven);
    }
}
