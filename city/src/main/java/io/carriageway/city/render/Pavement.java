package io.carriageway.city.render;

import io.carriageway.city.world.RoadNetwork;
import io.carriageway.city.world.SeededRandom;

/**
 * The ground of a street: asphalt with lane markings, cycle lanes, pavements and the surface beyond them. Coordinates
 * are metres to the right of the street's centre line and metres along it.
 */
public final class Pavement {
    private static final double LINE_METRES = 0.13;
    private static final double FOOTPATH_METRES = 3;

    private final int lanesRight;
    private final int lanesLeft;
    private final int asphalt;
    private final int cycleLane;
    private final int footpath;
    private final int beyond;
    private final int paint;
    private final int centrePaint;
    private final double dashPeriod;
    private final double patchiness;
    private final long texture;

    public Pavement(int lanesRight, int lanesLeft, SeededRandom random) {
        this.lanesRight = lanesRight;
        this.lanesLeft = lanesLeft;
        double grey = random.uniform(78, 128);
        this.asphalt = Colours.rgb(grey, grey + random.uniform(-2, 3), grey + random.uniform(-3, 6));
        this.cycleLane = random.chance(0.4) ? Colours.mixed(asphalt, 0xA05046, 0.6) : asphalt;
        this.footpath = Colours.jittered(0xA09C96, 12, random);
        int[] grounds = {0x5A6E46, 0x7D786E, 0x736E64, 0x6E7850};
        this.beyond = Colours.jittered(grounds[random.below(grounds.length)], 12, random);
        this.paint = Colours.scaled(0xE6E6E4, random.uniform(0.7, 1));
        this.centrePaint = random.chance(0.25) ? 0xDCC03C : paint;
        this.dashPeriod = random.uniform(6, 10);
        this.patchiness = random.uniform(0.03, 0.12);
        this.texture = random.roll();
    }

    public double kerbRight() {
        return lanesRight * RoadNetwork.LANE_METRES + RoadNetwork.CYCLE_LANE_METRES;
    }

    public double kerbLeft() {
        return lanesLeft * RoadNetwork.LANE_METRES + RoadNetwork.CYCLE_LANE_METRES;
    }

    /** The colour of the ground at a point, for a pixel that covers this many metres. */
    int colour(double right, double along, double pixelMetres) {
        boolean rightHalf = right >= 0;
        double across = Math.abs(right);
        double kerb = rightHalf ? kerbRight() : kerbLeft();
        double grain = 1 + patchiness * patch(right / 2.3, along / 5) + 0.05 * patch(right * 9, along * 9);
        if (across > kerb) {
            return Colours.scaled(offRoad(across - kerb, along, rightHalf), grain);
        }
        double motorLanes = (rightHalf ? lanesRight : lanesLeft) * RoadNetwork.LANE_METRES;
        int surface = Colours.scaled(across > motorLanes ? cycleLane : asphalt, grain);
        double painted = Math.max(
                line(across - kerb + 0.25, pixelMetres),
                Math.max(line(across - motorLanes, pixelMetres), laneLines(across, motorLanes, along, pixelMetres)));
        surface = Colours.mixed(surface, paint, painted * 0.85);
        return Colours.mixed(surface, centrePaint, line(across, pixelMetres) * 0.85);
    }

    private double laneLines(double across, double motorLanes, double along, double pixelMetres) {
        boolean dash = along - Math.floor(along / dashPeriod) * dashPeriod < dashPeriod * 0.4;
        double nearest = Math.rint(across / RoadNetwork.LANE_METRES) * RoadNetwork.LANE_METRES;
        return dash && nearest > 0.1 && nearest < motorLanes - 0.1 ? line(across - nearest, pixelMetres) : 0;
    }

    private int offRoad(double beyondKerb, double along, boolean rightHalf) {
        if (beyondKerb < 0.2) {
            return 0xB4B2AE;
        }
        if (beyondKerb < FOOTPATH_METRES) {
            boolean joint = along - Math.floor(along / 1.5) * 1.5 < 0.06;
            return joint ? Colours.scaled(footpath, 0.88) : footpath;
        }
        return rightHalf ? beyond : Colours.scaled(beyond, 0.94);
    }

    /** The share of a pixel that is covered by a painted line at this distance. */
    private static double line(double distance, double pixelMetres) {
        double covered = (LINE_METRES / 2 - Math.abs(distance)) / pixelMetres + 0.5;
        return Math.max(0, Math.min(Math.min(1, LINE_METRES / pixelMetres), covered));
    }

    /** Smooth noise between -1 and 1. */
    private double patch(double x, double y) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        double shareX = x - floorX;
        double shareY = y - floorY;
        long cellX = (long) floorX;
        long cellY = (long) floorY;
        double top = knot(cellX, cellY) + shareX * (knot(cellX + 1, cellY) - knot(cellX, cellY));
        double bottom = knot(cellX, cellY + 1) + shareX * (knot(cellX + 1, cellY + 1) - knot(cellX, cellY + 1));
        return top + shareY * (bottom - top);
    }

    private double knot(long x, long y) {
        long mixed = (x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL ^ texture) * 0xBF58476D1CE4E5B9L;
        return (mixed >> 40) / (double) (1L << 23);
    }
}
