package io.carriageway.geo.graph;

import io.carriageway.geo.RoadSegment;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A road network as a graph in flat arrays: an arc for each directed segment, and a node for each place where a segment
 * begins or ends. Places are the same if they are within 10^-7 degrees, about a centimetre.
 */
public final class RoadGraph {

    private static final double UNITS_PER_DEGREE = 1e7;
    private static final int MILLIMETRES = 1_000;

    private final List<RoadSegment> segments;
    private final long[] places;
    private final int[] from;
    private final int[] to;
    private final long[] lengths;
    private final Arcs outgoing;
    private final Arcs incoming;

    private RoadGraph(List<RoadSegment> segments, long[] places, int[] from, int[] to) {
        this.segments = segments;
        this.places = places;
        this.from = from;
        this.to = to;
        this.lengths = segments.stream()
                .mapToLong(segment -> Math.max(1, Math.round(segment.lengthMetres() * MILLIMETRES)))
                .toArray();
        this.outgoing = Arcs.by(from, places.length);
        this.incoming = Arcs.by(to, places.length);
    }

    /** The arcs at each node: those of node n have the indices {@code start[n]} to {@code start[n + 1]}, exclusive. */
    record Arcs(int[] start, int[] arcs) {

        static Arcs by(int[] node, int nodes) {
            var start = new int[nodes + 1];
            for (int each : node) {
                start[each + 1]++;
            }
            for (int i = 0; i < nodes; i++) {
                start[i + 1] += start[i];
            }
            var arcs = new int[node.length];
            var next = Arrays.copyOf(start, nodes);
            for (int arc = 0; arc < node.length; arc++) {
                arcs[next[node[arc]]++] = arc;
            }
            return new Arcs(start, arcs);
        }
    }

    /** The graph of segments, of which each must be given once. */
    public static RoadGraph of(List<RoadSegment> segments) {
        var numbers = new Long2IntOpenHashMap();
        var from = new int[segments.size()];
        var to = new int[segments.size()];
        var places = new long[2 * segments.size()];
        for (int arc = 0; arc < from.length; arc++) {
            var line = segments.get(arc).line();
            from[arc] = number(place(line.getCoordinateN(0)), numbers, places);
            to[arc] = number(place(line.getCoordinateN(line.getNumPoints() - 1)), numbers, places);
        }
        return new RoadGraph(segments, Arrays.copyOf(places, numbers.size()), from, to);
    }

    private static int number(long place, Long2IntOpenHashMap numbers, long[] places) {
        int known = numbers.getOrDefault(place, -1);
        if (known >= 0) {
            return known;
        }
        places[numbers.size()] = place;
        numbers.put(place, numbers.size());
        return numbers.size() - 1;
    }

    private static long place(Coordinate point) {
        return Math.round(point.x * UNITS_PER_DEGREE) << Integer.SIZE
                | Math.round(point.y * UNITS_PER_DEGREE) & 0xFFFFFFFFL;
    }

    public int nodes() {
        return places.length;
    }

    public int arcs() {
        return from.length;
    }

    public RoadSegment segment(int arc) {
        return segments.get(arc);
    }

    int from(int arc) {
        return from[arc];
    }

    int to(int arc) {
        return to[arc];
    }

    /** Length in whole millimetres, so that the lengths of paths do not depend on the order of adding. */
    long length(int arc) {
        return lengths[arc];
    }

    Arcs outgoing() {
        return outgoing;
    }

    Arcs incoming() {
        return incoming;
    }

    /** A number that depends on where the node is, and not on its position in the file. */
    long place(int node) {
        return places[node];
    }
}
