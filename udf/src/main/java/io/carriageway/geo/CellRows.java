package io.carriageway.geo;

/**
 * The rows of a grid of cells, each 25 m high, over the latitudes within reach of a network. The cells of each row are
 * 25 m wide at its latitude, so that they are squares everywhere.
 */
final class CellRows {

    private static final double CELL_METRES = 25;
    private static final double ROW_DEGREES = CELL_METRES / GreatCircle.METRES_PER_DEGREE;

    /** Margin in metres, so that rounding hides no edge. */
    private static final double SPARE_METRES = 1;

    private final double south;
    private final double reachNorth;
    private final double[] reachEast;
    private final double[] columnsPerDegree;

    /**
     * @param south least latitude of the network
     * @param north greatest latitude of the network
     */
    CellRows(double south, double north, double reachMetres) {
        this.reachNorth = (reachMetres + SPARE_METRES) / GreatCircle.METRES_PER_DEGREE;
        this.south = south - reachNorth;
        int count = (int) Math.floor((north + reachNorth - this.south) / ROW_DEGREES) + 1;
        this.reachEast = new double[count];
        this.columnsPerDegree = new double[count];
        for (int row = 0; row < count; row++) {
            // a degree of longitude is shortest at the edge of the row nearer to a pole
            double farthest = Math.max(Math.abs(southOf(row)), Math.abs(southOf(row + 1)));
            double metresPerDegree = Math.max(1, GreatCircle.metresPerDegreeEast(Math.min(90, farthest)));
            reachEast[row] = (reachMetres + SPARE_METRES) / metresPerDegree;
            columnsPerDegree[row] = metresPerDegree / CELL_METRES;
        }
    }

    int count() {
        return reachEast.length;
    }

    /** The row of a latitude; outside the rows if the latitude is out of the network's reach. */
    int row(double latitude) {
        return (int) Math.floor((latitude - south) / ROW_DEGREES);
    }

    int column(int row, double longitude) {
        return (int) Math.floor((longitude + 180) * columnsPerDegree[row]);
    }

    double reachNorth() {
        return reachNorth;
    }

    double reachEast(int row) {
        return reachEast[row];
    }

    double southOf(int row) {
        return south + row * ROW_DEGREES;
    }
}
