package io.carriageway.geo.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Betweenness centrality of the segments of a network: the share of pairs of places whose shortest path contains the
 * segment (Brandes, A Faster Algorithm for Betweenness Centrality, 2001, for arcs). In a large network the paths start
 * at a sample of the places, and shares are of those (Brandes and Pich, Centrality Estimation in Large Networks, 2007).
 * The sample depends only on where the places are, so a file gives the same results each time.
 */
public final class Betweenness {

    /** Work limit for a few seconds, as the number of nodes and arcs visited. */
    private static final long WORK = 20_000_000;

    private static final int LEAST_STARTS = 16;

    private final double[] shares;
    private final int starts;

    private Betweenness(double[] shares, int starts) {
        this.shares = shares;
        this.starts = starts;
    }

    public static Betweenness of(RoadGraph graph) {
        var starts = starts(graph);
        var sums = new double[graph.arcs()];
        var search = new ShortestWays(graph);
        for (int start : starts) {
            search.addFrom(start, sums);
        }
        double pairs = (double) starts.length * Math.max(1, graph.nodes() - 1);
        return new Betweenness(Arrays.stream(sums).map(sum -> sum / pairs).toArray(), starts.length);
    }

    private static int[] starts(RoadGraph graph) {
        long size = Math.max(1, (long) graph.nodes() + graph.arcs());
        long count = Math.min(graph.nodes(), Math.max(LEAST_STARTS, WORK / size));
        return IntStream.range(0, graph.nodes())
                .boxed()
                .sorted(Comparator.comparingLong((Integer node) -> mixed(graph.place(node))))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long mixed(long place) {
        return MurmurHash3.hash128x64(
                ByteBuffer.allocate(Long.BYTES).putLong(place).array())[0];
    }

    /** Number of places at which paths start. */
    public int starts() {
        return starts;
    }

    /** The share of pairs whose shortest path contains the segment, 0 to 1. */
    public double share(int arc) {
        return shares[arc];
    }

    /** The most central arcs, in descending order; equally central ones by segment_id. */
    public int[] most(RoadGraph graph, int count) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer arc) -> -shares[arc])
                        .thenComparing(arc -> graph.segment(arc).segmentId()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
