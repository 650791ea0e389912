package io.carriageway.city.world;

/**
 * Local projection of the city: converts metres east and north of its centre to WGS 84 degrees. A city is small enough
 * to be flat.
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
