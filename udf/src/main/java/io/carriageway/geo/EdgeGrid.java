package io.carriageway.geo;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A flat grid over the network: each cell lists the edges that may be within reach of a position in it, so that one
 * look finds all candidates.
 */
final class EdgeGrid {

    private static final double CELL_METRES = 100;
    private static final int[] NONE = {};

    private final Long2ObjectOpenHashMap<int[]> edgesByCell = new Long2ObjectOpenHashMap<>();
    private final Envelope reach;
    private final double cellNorthDegrees;
    private final double cellEastDegrees;

    EdgeGrid(List<Edge> edges, double reachMetres) {
        double farthestNorth = 0;
        for (var edge : edges) {
            farthestNorth = Math.max(farthestNorth, Math.max(Math.abs(edge.latitudeA()), Math.abs(edge.latitudeB())));
        }
        // a degree of longitude is shortest at the edge of what is reached; reckoned a little shorter still
        double north = (reachMetres + 1) / Earth.METRES_PER_DEGREE;
        double metresPerDegreeEast = Math.max(1, Earth.metresPerDegreeEast(Math.min(90, farthestNorth + north)));
        double east = (reachMetres + 1) / metresPerDegreeEast;
        this.cellNorthDegrees = CELL_METRES / Earth.METRES_PER_DEGREE;
        this.cellEastDegrees = CELL_METRES / metresPerDegreeEast;
        this.reach = new Envelope();
        edges.forEach(edge -> reach.expandToInclude(reached(edge, east, north)));
        fill(edges, east, north);
    }

    private void fill(List<Edge> edges, double east, double north) {
        var lists = new Long2ObjectOpenHashMap<IntArrayList>();
        for (int i = 0; i < edges.size(); i++) {
            var around = reached(edges.get(i), east, north);
            for (int row = row(around.getMinY()); row <= row(around.getMaxY()); row++) {
                for (int column = column(around.getMinX()); column <= column(around.getMaxX()); column++) {
                    lists.computeIfAbsent(cell(row, column), cell -> new IntArrayList())
                            .add(i);
                }
            }
        }
        lists.long2ObjectEntrySet()
                .forEach(list ->
                        edgesByCell.put(list.getLongKey(), list.getValue().toIntArray()));
    }

    private static Envelope reached(Edge edge, double east, double north) {
        var around = new Envelope(edge.longitudeA(), edge.longitudeB(), edge.latitudeA(), edge.latitudeB());
        around.expandBy(east, north);
        return around;
    }

    /** The numbers of the edges that may be within reach; others may be among them. */
    int[] near(double latitude, double longitude) {
        if (!reach.contains(longitude, latitude)) {
            return NONE;
        }
        var edges = edgesByCell.get(cell(row(latitude), column(longitude)));
        return edges == null ? NONE : edges;
    }

    private int row(double latitude) {
        return (int) Math.floor((latitude - reach.getMinY()) / cellNorthDegrees);
    }

    private int column(double longitude) {
        return (int) Math.floor((longitude - reach.getMinX()) / cellEastDegrees);
    }

    private static long cell(int row, int column) {
        return (long) row << Integer.SIZE | column;
    }
}
