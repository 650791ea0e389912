package io.carriageway.geo.graph;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;
import java.util.Arrays;

/**
 * Finds the shortest paths from a place by Dijkstra's algorithm, and sums for each arc how many of them contain it. If
 * several paths are equally short, each counts for its share.
 */
final class ShortestWays {

    private static final long FAR = Long.MAX_VALUE;

    private final RoadGraph graph;
    private final long[] distance;
    private final double[] ways;
    private final double[] dependent;
    private final int[] settled;

    /** Distances in the upper bits, nodes in the lower ones: one number sorts by both, without objects. */
    private final LongHeapPriorityQueue open = new LongHeapPriorityQueue();

    private final int nodeBits;

    ShortestWays(RoadGraph graph) {
        this.graph = graph;
        this.distance = new long[graph.nodes()];
        this.ways = new double[graph.nodes()];
        this.dependent = new double[graph.nodes()];
        this.settled = new int[graph.nodes()];
        this.nodeBits = Integer.SIZE - Integer.numberOfLeadingZeros(graph.nodes());
    }

    /** Adds the paths from a node to all others. */
    void addFrom(int start, double[] sums) {
        Arrays.fill(distance, FAR);
        Arrays.fill(ways, 0);
        Arrays.fill(dependent, 0);
        distance[start] = 0;
        ways[start] = 1;
        open.enqueue(start);
        int count = 0;
        while (!open.isEmpty()) {
            long nearest = open.dequeueLong();
            int node = (int) (nearest & (1L << nodeBits) - 1);
            if (nearest >>> nodeBits == distance[node]) {
                settled[count++] = node;
                leave(node);
            }
        }
        addBackwards(count, sums);
    }

    private void leave(int node) {
        var arcs = graph.outgoing();
        for (int i = arcs.start()[node]; i < arcs.start()[node + 1]; i++) {
            int arc = arcs.arcs()[i];
            int next = graph.to(arc);
            long length = distance[node] + graph.length(arc);
            if (length < distance[next]) {
                distance[next] = length;
                ways[next] = ways[node];
                open.enqueue(length << nodeBits | next);
            } else if (length == distance[next]) {
                ways[next] += ways[node];
            }
        }
    }

    /**
     * Adds the shares from the farthest node back to the start: those of a node are distributed to the arcs that lead
     * to it.
     */
    private void addBackwards(int count, double[] sums) {
        var arcs = graph.incoming();
        for (int i = count - 1; i > 0; i--) {
            int node = settled[i];
            for (int j = arcs.start()[node]; j < arcs.start()[node + 1]; j++) {
                int arc = arcs.arcs()[j];
                int before = graph.from(arc);
                if (distance[before] != FAR && distance[before] + graph.length(arc) == distance[node]) {
                    double share = ways[before] / ways[node] * (1 + dependent[node]);
                    dependent[before] += share;
                    sums[arc] += share;
                }
            }
        }
    }
}
