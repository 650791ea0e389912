package io.carriageway.geo.format;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Positions of OpenStreetMap's nodes by id. Positions are whole numbers of 10^-7 degrees, so latitude and longitude fit
 * into one long.
 */
final class NodePlaces {

    private static final double UNITS_PER_DEGREE = 1e7;
    private static final long LATITUDE_BITS = 0xFFFFFFFFL;

    private final Long2LongOpenHashMap places = new Long2LongOpenHashMap();
    private final LongOpenHashSet wanted;

    /** Stores every node. */
    NodePlaces() {
        this(null);
    }

    /** Stores only these nodes. */
    NodePlaces(LongOpenHashSet wanted) {
        this.wanted = wanted;
    }

    /** Stores a node. A position that is not on the Earth counts as missing. */
    void put(long id, double longitude, double latitude) {
        boolean isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        if (isOnEarth && (wanted == null || wanted.contains(id))) {
            places.put(id, units(longitude) << Integer.SIZE | units(latitude) & LATITUDE_BITS);
        }
    }

    private static long units(double degrees) {
        return Math.round(degrees * UNITS_PER_DEGREE);
    }

    /** A position with the digits that OpenStreetMap has, without errors of arithmetic. */
    static Coordinate place(double longitude, double latitude) {
        return new Coordinate(units(longitude) / UNITS_PER_DEGREE, units(latitude) / UNITS_PER_DEGREE);
    }

    /** The positions of nodes; null for each node that the file does not contain. */
    Coordinate[] placesOf(long[] nodes) {
        return Arrays.stream(nodes).mapToObj(this::placeOf).toArray(Coordinate[]::new);
    }

    private Coordinate placeOf(long node) {
        if (!places.containsKey(node)) {
            return null;
        }
        long place = places.get(node);
        return new Coordinate((place >> Integer.SIZE) / UNITS_PER_DEGREE, (int) place / UNITS_PER_DEGREE);
    }

    /** The line of a way. It is interrupted where nodes are missing, as at the border of an extract. */
    static Shape shape(Coordinate[] points) {
        List<Coordinate[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= points.length; i++) {
            if (i == points.length || points[i] == null) {
                if (i - start > 1) {
                    lines.add(Arrays.copyOfRange(points, start, i));
                }
                start = i + 1;
            }
        }
        return lines.isEmpty()
                ? new Shape.Broken("its nodes have no positions in the file; Overpass writes them with 'out geom;'")
                : new Shape.Lines(lines);
    }
}
