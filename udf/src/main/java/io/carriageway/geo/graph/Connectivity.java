package io.carriageway.geo.graph;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.BitSet;

/**
 * The connected parts of a road network.
 *
 * @param components number of parts between which there is no road at all
 * @param largestArcs number of segments of the largest part
 * @param deadEnds number of places with roads to only one other place
 * @param main nodes of the largest strongly connected part, in which every place can be reached from every other
 * @param reached nodes that can be reached from the main part
 * @param returning nodes from which the main part can be reached
 */
public record Connectivity(
        int components, int largestArcs, int deadEnds, BitSet main, BitSet reached, BitSet returning) {

    public static Connectivity of(RoadGraph graph) {
        var parts = Parts.of(graph);
        var main = StrongParts.largest(graph);
        return new Connectivity(
                parts.count(),
                parts.largestArcs(),
                deadEnds(graph),
                main,
                reach(graph, main, true),
                reach(graph, main, false));
    }

    /** Whether the segment cannot be reached from the main part. */
    public boolean isUnreachable(RoadGraph graph, int arc) {
        return !reached.get(graph.from(arc));
    }

    /** Whether the segment can be reached from the main part, which cannot be reached from it. */
    public boolean isTrap(RoadGraph graph, int arc) {
        return reached.get(graph.from(arc)) && !returning.get(graph.to(arc));
    }

    private static int deadEnds(RoadGraph graph) {
        int count = 0;
        var neighbours = new IntOpenHashSet();
        for (int node = 0; node < graph.nodes(); node++) {
            neighbours.clear();
            for (int i = graph.outgoing().start()[node]; i < graph.outgoing().start()[node + 1]; i++) {
                neighbours.add(graph.to(graph.outgoing().arcs()[i]));
            }
            for (int i = graph.incoming().start()[node]; i < graph.incoming().start()[node + 1]; i++) {
                neighbours.add(graph.from(graph.incoming().arcs()[i]));
            }
            neighbours.remove(node);
            count += neighbours.size() == 1 ? 1 : 0;
        }
        return count;
    }

    private static BitSet reach(RoadGraph graph, BitSet start, boolean isForward) {
        var arcs = isForward ? graph.outgoing() : graph.incoming();
        var seen = (BitSet) start.clone();
        var open = new IntArrayList();
        start.stream().forEach(open::add);
        while (!open.isEmpty()) {
            int node = open.popInt();
            for (int i = arcs.start()[node]; i < arcs.start()[node + 1]; i++) {
                int next = isForward ? graph.to(arcs.arcs()[i]) : graph.from(arcs.arcs()[i]);
                if (!seen.get(next)) {
                    seen.set(next);
                    open.push(next);
                }
            }
        }
        return seen;
    }
}
