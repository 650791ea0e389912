package io.carriageway.geo.graph;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds strongly connected components by Tarjan's algorithm (SIAM Journal on Computing 1, 1972). It has a stack of its
 * own, because the recursion in a city's network is too deep for a thread's stack.
 */
final class StrongParts {

    private static final int UNSEEN = -1;

    private final RoadGraph graph;
    private final int[] order;
    private final int[] lowest;
    private final int[] nextArc;
    private final BitSet waiting = new BitSet();
    private final IntArrayList component = new IntArrayList();
    private final IntArrayList path = new IntArrayList();
    private BitSet largest = new BitSet();
    private int seen;

    private StrongParts(RoadGraph graph) {
        this.graph = graph;
        this.order = new int[graph.nodes()];
        this.lowest = new int[graph.nodes()];
        this.nextArc = Arrays.copyOf(graph.outgoing().start(), graph.nodes());
        Arrays.fill(order, UNSEEN);
    }

    /** The nodes of the largest component; if several are equally large, the one with the westernmost place. */
    static BitSet largest(RoadGraph graph) {
        var parts = new StrongParts(graph);
        for (int node = 0; node < graph.nodes(); node++) {
            if (parts.order[node] == UNSEEN) {
                parts.search(node);
            }
        }
        return parts.largest;
    }

    private void search(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int node = path.topInt();
            if (nextArc[node] < graph.outgoing().start()[node + 1]) {
                int next = graph.to(graph.outgoing().arcs()[nextArc[node]++]);
                if (order[next] == UNSEEN) {
                    enter(next);
                } else if (waiting.get(next)) {
                    lowest[node] = Math.min(lowest[node], order[next]);
                }
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = seen;
        lowest[node] = seen;
        seen++;
        waiting.set(node);
        component.push(node);
        path.push(node);
    }

    private void leave(int node) {
        path.popInt();
        if (!path.isEmpty()) {
            lowest[path.topInt()] = Math.min(lowest[path.topInt()], lowest[node]);
        }
        if (lowest[node] == order[node]) {
            close(node);
        }
    }

    private void close(int root) {
        var found = new BitSet();
        int node;
        do {
            node = component.popInt();
            waiting.clear(node);
            found.set(node);
        } while (node != root);
        int size = found.cardinality();
        int before = largest.cardinality();
        if (size > before || size == before && west(found) < west(largest)) {
            largest = found;
        }
    }

    private long west(BitSet nodes) {
        return nodes.stream().mapToLong(graph::place).min().orElse(Long.MAX_VALUE);
    }
}
