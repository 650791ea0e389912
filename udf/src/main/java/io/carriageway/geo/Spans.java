package io.carriageway.geo;

/**
 * The cells that are within reach of each edge: for each row near the edge, the range of columns from west to east.
 * Only cells along the line are included, so their number grows with the edge's length and not with the area of its
 * bounding box.
 */
final class Spans {

    /** Index of the first span of each row; the last element is the end of the last row. */
    private final int[] rowStart;

    private final int[] edges;
    private final int[] west;
    private final int[] east;

    Spans(Edges all, CellRows rows) {
        this.rowStart = starts(all, rows);
        int count = rowStart[rows.count()];
        this.edges = new int[count];
        this.west = new int[count];
        this.east = new int[count];
        var next = rowStart.clone();
        for (int edge = 0; edge < all.count(); edge++) {
            for (int row = firstRow(all, rows, edge); row <= lastRow(all, rows, edge); row++) {
                set(next[row]++, all, rows, edge, row);
            }
        }
    }

    private static int[] starts(Edges all, CellRows rows) {
        var starts = new int[rows.count() + 1];
        for (int edge = 0; edge < all.count(); edge++) {
            for (int row = firstRow(all, rows, edge); row <= lastRow(all, rows, edge); row++) {
                starts[row + 1]++;
            }
        }
        for (int row = 0; row < rows.count(); row++) {
            starts[row + 1] = Math.addExact(starts[row + 1], starts[row]);
        }
        return starts;
    }

    private static int firstRow(Edges all, CellRows rows, int edge) {
        double south = Math.min(all.latitudeA(edge), all.latitudeB(edge));
        return Math.max(0, rows.row(south - rows.reachNorth()));
    }

    private static int lastRow(Edges all, CellRows rows, int edge) {
        double north = Math.max(all.latitudeA(edge), all.latitudeB(edge));
        return Math.min(rows.count() - 1, rows.row(north + rows.reachNorth()));
    }

    /** Sets the columns of the part of the line that is within reach of the row, with the reach added on both sides. */
    private void set(int at, Edges all, CellRows rows, int edge, int row) {
        double a = longitudeAt(all, edge, rows.southOf(row) - rows.reachNorth());
        double b = longitudeAt(all, edge, rows.southOf(row + 1) + rows.reachNorth());
        edges[at] = edge;
        west[at] = rows.column(row, Math.min(a, b) - rows.reachEast(row));
        east[at] = rows.column(row, Math.max(a, b) + rows.reachEast(row));
    }

    /**
     * The longitude at which the line crosses a latitude, or that of its end nearer to it. A line along a parallel
     * crosses no other latitude and is within reach as a whole: A is used for its south and B for its north.
     */
    private static double longitudeAt(Edges all, int edge, double latitude) {
        double a = all.latitudeA(edge);
        double b = all.latitudeB(edge);
        if (a == b) {
            return latitude < a ? all.longitudeA(edge) : all.longitudeB(edge);
        }
        double share = Math.max(0, Math.min(1, (latitude - a) / (b - a)));
        return all.longitudeA(edge) + share * (all.longitudeB(edge) - all.longitudeA(edge));
    }

    int start(int row) {
        return rowStart[row];
    }

    int end(int row) {
        return rowStart[row + 1];
    }

    int edge(int span) {
        return edges[span];
    }

    int west(int span) {
        return west[span];
    }

    int east(int span) {
        return east[span];
    }
}
