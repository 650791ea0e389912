package io.carriageway.city.render;

import io.carriageway.city.world.SeededRandom;

/**
 * The direction of the light, as a unit vector in east, north, up, and the brightness that it gives a face.
 * {@link SensorEffects} later adds day and night.
 */
public record Sun(double east, double north, double up) {
    private static final double AMBIENT = 0.5;
    private static final double DIRECT = 0.6;

    public static Sun over(SeededRandom random) {
        double bearing = random.uniform(0, 2 * StrictMath.PI);
        double elevation = random.uniform(0.6, 1.2);
        return new Sun(
                StrictMath.sin(bearing) * StrictMath.cos(elevation),
                StrictMath.cos(bearing) * StrictMath.cos(elevation),
                StrictMath.sin(elevation));
    }

    /** The brightness of a face with that normal. */
    double on(double normalEast, double normalNorth, double normalUp, boolean thin) {
        double lambert = normalEast * east + normalNorth * north + normalUp * up;
        return AMBIENT + DIRECT * (thin ? Math.abs(lambert) : Math.max(0, lambert));
    }
}
