package io.carriageway.telemetry;

import io.carriageway.geo.GreatCircle;

/**
 * The step from one point of a vehicle to a later one: the great-circle distance, rounded half up to millimetres, and
 * the time between. Whether a step is plausible is decided on these integers, so that every machine decides alike.
 */
record Step(long millimetres, long millis) {

    private static final double MILLIMETRES = 1_000;

    /** Allowance for errors of positions and clocks: 200 m. */
    private static final long TOLERANCE_MILLIMETRES = 200_000;

    /** Greatest plausible speed: 70 m/s, which is 252 km/h. */
    private static final long MILLIMETRES_PER_MILLI = 70;

    static Step between(JourneyPoint from, JourneyPoint to) {
        double metres = GreatCircle.distanceMetres(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        return new Step(Math.round(metres * MILLIMETRES), to.timeMillis() - from.timeMillis());
    }

    boolean isPlausible() {
        return millimetres <= TOLERANCE_MILLIMETRES + MILLIMETRES_PER_MILLI * millis;
    }
}
