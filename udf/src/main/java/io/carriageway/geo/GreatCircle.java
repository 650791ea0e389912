package io.carriageway.geo;

/**
 * Distances and bearings on the Earth as a sphere of mean radius. Uses StrictMath, so that every machine gives the same
 * results.
 */
public final class GreatCircle {

    /** Mean radius of the Earth in metres (IUGG). */
    static final double RADIUS_METRES = 6_371_008.8;

    static final double METRES_PER_DEGREE = RADIUS_METRES * StrictMath.PI / 180;

    private static final double FULL_CIRCLE = 360;

    private GreatCircle() {}

    /** The great-circle distance in metres by the haversine formula; positions in degrees. */
    public static double distanceMetres(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double north = StrictMath.sin(StrictMath.toRadians(latitudeB - latitudeA) / 2);
        double east = StrictMath.sin(StrictMath.toRadians(longitudeB - longitudeA) / 2);
        double square = north * north + cos(latitudeA) * cos(latitudeB) * east * east;
        return 2 * RADIUS_METRES * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, square)));
    }

    /** The direction of a short step, degrees clockwise from north, 0 inclusive to 360 exclusive. */
    static double bearingDegrees(double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        double east = (longitudeB - longitudeA) * cos((latitudeA + latitudeB) / 2);
        double bearing = StrictMath.toDegrees(StrictMath.atan2(east, latitudeB - latitudeA));
        return bearing < 0 ? bearing + FULL_CIRCLE : bearing;
    }

    /** The angle between two directions, 0 to 180 degrees. */
    static double betweenDegrees(double a, double b) {
        double apart = StrictMath.abs(a - b) % FULL_CIRCLE;
        return apart > FULL_CIRCLE / 2 ? FULL_CIRCLE - apart : apart;
    }

    static double metresPerDegreeEast(double latitude) {
        return METRES_PER_DEGREE * cos(latitude);
    }

    private static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }
}
