package io.carriageway.city.world;

/**
 * One lane around one block, driven clockwise: a square with round corners. Traffic slows at the corners and has slow
 * and fast minutes by a formula that is solved for any instant, so nothing has to be simulated step by step.
 *
 * @param insetMetres how far the lane's centre lies inside the street's centre line
 */
public record LaneLoop(
        int block,
        int lane,
        double centreEast,
        double centreNorth,
        double insetMetres,
        double meanSpeed,
        double cornerSlowdown,
        double paceSwing,
        double pacePeriodSeconds,
        double pacePhase) {

    public double halfSideMetres() {
        return RoadNetwork.BLOCK_PITCH_METRES / 2 - insetMetres;
    }

    private double radiusMetres() {
        return RoadNetwork.CORNER_METRES - insetMetres;
    }

    private double straightMetres() {
        return 2 * (halfSideMetres() - radiusMetres());
    }

    public double lengthMetres() {
        return 4 * straightMetres() + 2 * StrictMath.PI * radiusMetres();
    }

    public double roundSeconds() {
        return lengthMetres() / meanSpeed;
    }

    double slowestSpeed() {
        return meanSpeed * (1 - cornerSlowdown);
    }

    /**
     * The lane's own clock at an instant: it runs faster and slower than the city's, and carries all its vehicles
     * along.
     */
    double clock(double seconds) {
        double turn = 2 * StrictMath.PI / pacePeriodSeconds;
        return seconds + paceSwing / turn * StrictMath.sin(turn * seconds + pacePhase);
    }

    double clockRate(double seconds) {
        return 1 + paceSwing * StrictMath.cos(2 * StrictMath.PI / pacePeriodSeconds * seconds + pacePhase);
    }

    /**
     * Metres driven along the lane's centre, from the middle of the north-western corner, by that reading of a
     * vehicle's clock.
     */
    double driven(double clockSeconds) {
        double turn = 8 * StrictMath.PI / roundSeconds();
        return meanSpeed * clockSeconds - meanSpeed * cornerSlowdown / turn * StrictMath.sin(turn * clockSeconds);
    }

    double drivenRate(double clockSeconds) {
        return meanSpeed * (1 - cornerSlowdown * StrictMath.cos(8 * StrictMath.PI / roundSeconds() * clockSeconds));
    }

    /** Where a vehicle is that has driven so far and keeps so far to the left of the lane's centre. */
    public Place place(double drivenMetres, double leftMetres) {
        double quarter = lengthMetres() / 4;
        double laps = drivenMetres / quarter;
        int side = Math.floorMod((long) StrictMath.floor(laps), 4);
        Place onNorthSide = alongNorthSide((laps - StrictMath.floor(laps)) * quarter, leftMetres);
        double turn = side * StrictMath.PI / 2;
        double sin = StrictMath.sin(turn);
        double cos = StrictMath.cos(turn);
        double east = onNorthSide.eastMetres() * cos + onNorthSide.northMetres() * sin;
        double north = onNorthSide.northMetres() * cos - onNorthSide.eastMetres() * sin;
        return new Place(centreEast + east, centreNorth + north, onNorthSide.headingRadians() + turn);
    }

    private Place alongNorthSide(double metres, double leftMetres) {
        double radius = radiusMetres();
        double straight = straightMetres();
        double halfCorner = StrictMath.PI * radius / 4;
        double beyond = metres - halfCorner;
        if (beyond >= 0 && beyond <= straight) {
            return new Place(beyond - straight / 2, halfSideMetres() + leftMetres, StrictMath.PI / 2);
        }
        double angle = beyond < 0 ? beyond / radius : (beyond - straight) / radius;
        double cornerEast = StrictMath.copySign(straight / 2, beyond);
        double reach = radius + leftMetres;
        return new Place(
                cornerEast + reach * StrictMath.sin(angle),
                straight / 2 + reach * StrictMath.cos(angle),
                StrictMath.PI / 2 + angle);
    }

    /** On a corner the outer wheel has the longer way: how much faster a vehicle moves than the lane's centre. */
    double stretch(double drivenMetres, double leftMetres) {
        double quarter = lengthMetres() / 4;
        double metres = drivenMetres - StrictMath.floor(drivenMetres / quarter) * quarter;
        double halfCorner = StrictMath.PI * radiusMetres() / 4;
        boolean onStraight = metres >= halfCorner && metres <= halfCorner + straightMetres();
        return onStraight ? 1 : (radiusMetres() + leftMetres) / radiusMetres();
    }
}
