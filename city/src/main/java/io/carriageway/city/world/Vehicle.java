package io.carriageway.city.world;

/**
 * A vehicle and its movement: its lane, its distance ahead of the lane's first vehicle, and its oscillation around that
 * place.
 *
 * @param swaySeconds its greatest distance from its place, in seconds of driving
 * @param swayPeriodSeconds by its lane's clock, so that it stops when its lane does; divides a round of the lane
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

    /** The same vehicle, this many seconds ahead of its lane's first. */
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
