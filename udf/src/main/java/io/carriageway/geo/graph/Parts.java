package io.carriageway.geo.graph;

import java.util.Arrays;

/**
 * The weakly connected parts of a network, between which there is no road at all, found by union-find.
 *
 * @param count number of parts
 * @param largestArcs number of segments of the largest part
 */
record Parts(int count, int largestArcs) {

    static Parts of(RoadGraph graph) {
        var root = new int[graph.nodes()];
        Arrays.setAll(root, node -> node);
        for (int arc = 0; arc < graph.arcs(); arc++) {
            root[find(root, graph.from(arc))] = find(root, graph.to(arc));
        }
        var arcs = new int[graph.nodes()];
        for (int arc = 0; arc < graph.arcs(); arc++) {
            arcs[find(root, graph.from(arc))]++;
        }
        return new Parts(
                (int) Arrays.stream(arcs).filter(each -> each > 0).count(),
                Arrays.stream(arcs).max().orElse(0));
    }

    private static int find(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
