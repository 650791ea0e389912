package io.carriageway.weather;

/**
 * Sum of the unit vectors of wind directions, in thousandths. Degrees cannot be averaged: 350 and 10 mean north, not
 * south. Unit vectors can: US EPA, Meteorological Monitoring Guidance, EPA-454/R-99-005, section 6.2.
 */
public record WindDirections(long count, long fromEastMilli, long fromNorthMilli) {

    static final WindDirections NONE = new WindDirections(0, 0, 0);

    private static final double MILLI = 1_000;

    /**
     * One direction from which the wind comes, in degrees clockwise from north; empty if it was not measured or the air
     * was calm.
     */
    static WindDirections of(Double degrees) {
        if (degrees == null) {
            return NONE;
        }
        double radians = degrees / 180 * Math.PI;
        return new WindDirections(
                1, Math.round(MILLI * StrictMath.sin(radians)), Math.round(MILLI * StrictMath.cos(radians)));
    }

    WindDirections plus(WindDirections other) {
        return new WindDirections(
                count + other.count, fromEastMilli + other.fromEastMilli, fromNorthMilli + other.fromNorthMilli);
    }

    Long fromEastMilliOrNull() {
        return count == 0 ? null : fromEastMilli;
    }

    Long fromNorthMilliOrNull() {
        return count == 0 ? null : fromNorthMilli;
    }
}
