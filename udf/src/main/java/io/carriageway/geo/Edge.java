package io.carriageway.geo;

/** One straight piece of a segment, from A to B in the direction of travel; {@code segment} is the segment's number. */
record Edge(
        int segment, double latitudeA, double longitudeA, double latitudeB, double longitudeB, double bearingDegrees) {

    static Edge of(int segment, double latitudeA, double longitudeA, double latitudeB, double longitudeB) {
        return new Edge(
                segment,
                latitudeA,
                longitudeA,
                latitudeB,
                longitudeB,
                Earth.bearingDegrees(latitudeA, longitudeA, latitudeB, longitudeB));
    }

    /** The distance of a position, on a plane in metres that touches the Earth there. */
    double distanceMetres(double latitude, double longitude, double metresPerDegreeEast) {
        double ax = (longitudeA - longitude) * metresPerDegreeEast;
        double ay = (latitudeA - latitude) * Earth.METRES_PER_DEGREE;
        double bx = (longitudeB - longitude) * metresPerDegreeEast;
        double by = (latitudeB - latitude) * Earth.METRES_PER_DEGREE;
        double dx = bx - ax;
        double dy = by - ay;
        double along = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
        double share = Math.max(0, Math.min(1, along));
        double x = ax + share * dx;
        double y = ay + share * dy;
        return Math.sqrt(x * x + y * y);
    }
}
