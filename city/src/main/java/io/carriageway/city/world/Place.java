package io.carriageway.city.world;

/**
 * A point of the ground and a direction on it: metres east and north of the city's centre, radians clockwise from
 * north.
 */
public record Place(double eastMetres, double northMetres, double headingRadians) {

    /** The place at these metres ahead and to the right of this one, in the same direction. */
    public Place offset(double aheadMetres, double rightMetres) {
        double sin = StrictMath.sin(headingRadians);
        double cos = StrictMath.cos(headingRadians);
        return new Place(
                eastMetres + aheadMetres * sin + rightMetres * cos,
                northMetres + aheadMetres * cos - rightMetres * sin,
                headingRadians);
    }

    public Place turned(double radians) {
        return new Place(eastMetres, northMetres, headingRadians + radians);
    }

    public double metresTo(Place other) {
        double east = other.eastMetres - eastMetres;
        double north = other.northMetres - northMetres;
        return StrictMath.sqrt(east * east + north * north);
    }

    public double headingDegrees() {
        double degrees = StrictMath.toDegrees(headingRadians) % 360;
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
