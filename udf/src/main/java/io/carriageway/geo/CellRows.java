package io.carriageway.geo;

/**
 * Rows of cells, 25 m high, over the latitudes that are within reach of a network. Each row has columns of its own,
 * which are 25 m wide there, so that cells are squares at every latitude.
 */
final class CellRows {

    private static final double CELL_METRES = 25;
    private static final double ROW_DEGREES = CELL_METRES / GreatCircle.METRES_PER_DEGREE;

    /** A metre more than asked, so that no rounding of a number hides an edge. */
    private static final double SPARE_METRES = 1;

    private final double south;
    private final double reachNorth;
    private final double[] reachEast;
    private final double[] columnsPerDegree;

    /**
     * Lays the rows out.
     *
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
            // a degree of longitude is shortest at the side of the row that is nearer to a pole
            double farthest = Math.max(Math.abs(southOf(row)), Math.abs(southOf(row + 1)));
            double metresPerDegree = Math.max(1, GreatCircle.metresPerDegreeEast(Math.min(90, farthest)));
            reachEast[row] = (reachMetres + SPARE_METRES) / metresPerDegree;
            columnsPerDegree[row] = metresPerDegree / CELL_METRES;
        }
    }

    int count() {
        return reachEast.length;
    }

    /** The row of a latitude; not a row where it is beyond the reach of the network. */
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
