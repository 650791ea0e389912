package io.carriageway.city.world;

/**
 * The flat ground of the city, metres east and north of its centre, and what that is in WGS 84 degrees. A city is small
 * enough for one metre to be one metre everywhere.
 */
public record LocalProjection(double centreLatitude, double centreLongitude) {
    private static final double METRES_PER_DEGREE = 111_194.926;

    public double latitude(double northMetres) {
        return centreLatitude + northMetres / METRES_PER_DEGREE;
    }

    public double longitude(double eastMetres) {
        return centreLongitude
                + eastMetres / (METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(centreLatitude)));
    }
}
