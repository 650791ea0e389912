package io.carriageway.geo;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Spatial index of the edges of a network: a flat grid in which each cell lists the edges that may be within reach of a
 * position in it. So one lookup finds all candidates. Empty cells are not stored. The lists are in one array, in the
 * order of rows and columns (compressed sparse rows).
 */
final class EdgeGrid {

    /** The cell of a position that has no edge within reach. */
    static final int NO_CELL = -1;

    /** If a row has this many times more columns than listed edges, its edges are sorted and not counted by column. */
    private static final int SPARSE = 4;

    private final CellRows rows;

    /** Index of the first cell of each row; the last element is the end of the last row. */
    private final int[] rowStart;

    /** The column of each cell, ascending within a row. */
    private final int[] columns;

    /** Index of the first edge of each cell; the last element is the end of the last cell. */
    private final int[] cellStart;

    private final int[] edges;

    EdgeGrid(Edges all, double reachMetres) {
        double south = 90;
        double north = -90;
        for (int edge = 0; edge < all.count(); edge++) {
            south = Math.min(south, Math.min(all.latitudeA(edge), all.latitudeB(edge)));
            north = Math.max(north, Math.max(all.latitudeA(edge), all.latitudeB(edge)));
        }
        this.rows = new CellRows(Math.min(south, north), north, reachMetres);
        var spans = new Spans(all, rows);
        this.rowStart = new int[rows.count() + 1];
        var found = new IntArrayList();
        var starts = new IntArrayList();
        this.edges = new int[listed(spans)];
        int filled = 0;
        var row = new Row();
        for (int i = 0; i < rows.count(); i++) {
            rowStart[i] = found.size();
            filled = row.fill(spans, i, filled, found, starts);
        }
        rowStart[rows.count()] = found.size();
        starts.add(filled);
        this.columns = found.toIntArray();
        this.cellStart = starts.toIntArray();
    }

    private int listed(Spans spans) {
        long count = 0;
        for (int span = 0; span < spans.end(rows.count() - 1); span++) {
            count += spans.east(span) - spans.west(span) + 1;
        }
        return Math.toIntExact(count);
    }

    /** The cell of a position, or NO_CELL. */
    int cell(double latitude, double longitude) {
        int row = rows.row(latitude);
        if (row < 0 || row >= rows.count()) {
            return NO_CELL;
        }
        int cell = Arrays.binarySearch(columns, rowStart[row], rowStart[row + 1], rows.column(row, longitude));
        return Math.max(cell, NO_CELL);
    }

    /** Index of the first edge in a cell's list. The list ends where the next cell's begins. */
    int start(int cell) {
        return cellStart[cell];
    }

    int end(int cell) {
        return cellStart[cell + 1];
    }

    /** The edge at that index. It may be out of reach. */
    int edge(int place) {
        return edges[place];
    }

    /** Number of cells that list an edge. */
    int cells() {
        return columns.length;
    }

    /** Builds the cells of one row from its spans: counts the edges of each column, then places them. */
    private final class Row {

        private int[] next = {};

        /** @return end of the lists after this row */
        private int fill(Spans spans, int row, int filled, IntArrayList found, IntArrayList starts) {
            int west = Integer.MAX_VALUE;
            int east = Integer.MIN_VALUE;
            int listed = 0;
            for (int span = spans.start(row); span < spans.end(row); span++) {
                west = Math.min(west, spans.west(span));
                east = Math.max(east, spans.east(span));
                listed += spans.east(span) - spans.west(span) + 1;
            }
            if (west > east) {
                return filled;
            }
            if ((east - west) / SPARSE > listed) {
                return fillSparse(spans, row, listed, filled, found, starts);
            }
            count(spans, row, west, east);
            int end = filled;
            for (int column = west; column <= east; column++) {
                int edgesHere = next[column - west];
                if (edgesHere > 0) {
                    found.add(column);
                    starts.add(end);
                    next[column - west] = end;
                    end += edgesHere;
                }
            }
            deal(spans, row, west);
            return end;
        }

        /** The same for a row of cities far apart: sorts the edges instead of visiting the empty cells between them. */
        private int fillSparse(Spans spans, int row, int listed, int filled, IntArrayList found, IntArrayList starts) {
            var places = new long[listed];
            int count = 0;
            for (int span = spans.start(row); span < spans.end(row); span++) {
                for (int column = spans.west(span); column <= spans.east(span); column++) {
                    places[count++] = (long) column << Integer.SIZE | spans.edge(span);
                }
            }
            Arrays.sort(places);
            int end = filled;
            for (int i = 0; i < listed; i++) {
                int column = (int) (places[i] >> Integer.SIZE);
                if (i == 0 || column != (int) (places[i - 1] >> Integer.SIZE)) {
                    found.add(column);
                    starts.add(end);
                }
                edges[end++] = (int) places[i];
            }
            return end;
        }

        private void count(Spans spans, int row, int west, int east) {
            next = next.length > east - west ? next : new int[east - west + 1];
            Arrays.fill(next, 0, east - west + 1, 0);
            for (int span = spans.start(row); span < spans.end(row); span++) {
                for (int column = spans.west(span); column <= spans.east(span); column++) {
                    next[column - west]++;
                }
            }
        }

        private void deal(Spans spans, int row, int west) {
            for (int span = spans.start(row); span < spans.end(row); span++) {
                for (int column = spans.west(span); column <= spans.east(span); column++) {
                    edges[next[column - west]++] = spans.edge(span);
                }
            }
        }
    }
}
