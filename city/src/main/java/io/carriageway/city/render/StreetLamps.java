package io.carriageway.city.render;

import io.carriageway.city.world.Place;
import io.carriageway.city.world.SeededRandom;

/** The light of street lamps at night. Lamps are at even distances along one kerb. */
public final class StreetLamps {
    private static final double FARTHEST_METRES = 70;
    private static final int CORNERS = 12;
    /** Each pool is two discs of light, the inner one brighter: radius in metres. */
    private static final double[] DISCS_METRES = {7.5, 4.5};

    private final double kerbMetres;
    private final double firstMetres;
    private final double spacingMetres;
    private final double brightness;

    /** @param kerbRight metres from the street's centre line to its right-hand kerb */
    public StreetLamps(double kerbRight, double kerbLeft, SeededRandom random) {
        this.kerbMetres = random.chance(0.5) ? kerbRight : -kerbLeft;
        this.spacingMetres = random.uniform(22, 34);
        this.firstMetres = random.uniform(0, spacingMetres);
        this.brightness = random.uniform(0.08, 0.3);
    }

    /** Lights the ground of a street from a point on its centre line, in the direction of that point. */
    public void shine(Canvas canvas, Place foot, View view, double strength) {
        for (double along = firstMetres; along < FARTHEST_METRES; along += spacingMetres) {
            for (double radius : DISCS_METRES) {
                canvas.tintGround(disc(along, 0.6 * kerbMetres, radius), foot, view, 1 + brightness * strength);
            }
        }
    }

    /** Corners as metres forward and left of the foot, in turn. */
    private static double[] disc(double along, double right, double radius) {
        double[] corners = new double[2 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double turn = 2 * StrictMath.PI * i / CORNERS;
            corners[2 * i] = along + radius * StrictMath.cos(turn);
            corners[2 * i + 1] = -right + radius * StrictMath.sin(turn);
        }
        return corners;
    }
}
