package io.carriageway.city.world;

/**
 * The line of one lane around one block, clockwise: a square with round corners. Metres along it count from the middle
 * of the north-western corner, so each quarter of it is one side of the block.
 *
 * @param insetMetres its distance inside the centre lines of the streets
 */
public record Circuit(double centreEast, double centreNorth, double insetMetres) {

    private double halfSideMetres() {
        return RoadNetwork.BLOCK_PITCH_METRES / 2 - insetMetres;
    }

    private double radiusMetres() {
        return RoadNetwork.CORNER_METRES - insetMetres;
    }

    private double straightMetres() {
        return 2 * (halfSideMetres() - radiusMetres());
    }

    /** Length of a side's share of a round corner: half of the arc. */
    public double halfCornerMetres() {
        return StrictMath.PI * radiusMetres() / 4;
    }

    public double lengthMetres() {
        return 4 * quarterMetres();
    }

    public double quarterMetres() {
        return straightMetres() + 2 * halfCornerMetres();
    }

    /** The side of the block on which that metre lies: 0 north, 1 east, 2 south, 3 west. */
    int side(double metres) {
        return Math.floorMod((long) StrictMath.floor(metres / quarterMetres()), 4);
    }

    /** The place at these distances along the line and to its left. */
    public Place place(double metres, double leftMetres) {
        Place onNorthSide = alongNorthSide(alongSide(metres), leftMetres);
        double turn = side(metres) * StrictMath.PI / 2;
        double sin = StrictMath.sin(turn);
        double cos = StrictMath.cos(turn);
        double east = onNorthSide.eastMetres() * cos + onNorthSide.northMetres() * sin;
        double north = onNorthSide.northMetres() * cos - onNorthSide.eastMetres() * sin;
        return new Place(centreEast + east, centreNorth + north, onNorthSide.headingRadians() + turn);
    }

    /** Ratio of a vehicle's speed on a corner to that of the line itself: the outer side is longer. */
    double stretch(double metres, double leftMetres) {
        double beyond = alongSide(metres) - halfCornerMetres();
        boolean onStraight = beyond >= 0 && beyond <= straightMetres();
        return onStraight ? 1 : (radiusMetres() + leftMetres) / radiusMetres();
    }

    private double alongSide(double metres) {
        double laps = metres / quarterMetres();
        return (laps - StrictMath.floor(laps)) * quarterMetres();
    }

    private Place alongNorthSide(double metres, double leftMetres) {
        double radius = radiusMetres();
        double straight = straightMetres();
        double beyond = metres - halfCornerMetres();
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
}
