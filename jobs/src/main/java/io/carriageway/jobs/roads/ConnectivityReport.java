package io.carriageway.jobs.roads;

import io.carriageway.geo.graph.Betweenness;
import io.carriageway.geo.graph.Connectivity;
import io.carriageway.geo.graph.RoadGraph;
import io.carriageway.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Reports which parts of a network are connected, and which of its segments are the most central. */
record ConnectivityReport(RoadGraph graph) {

    private static final int CENTRAL = 20;
    private static final int SHOWN = 10;

    List<String> lines() {
        var lines = new ArrayList<String>();
        var connectivity = Connectivity.of(graph);
        lines.add("Components: %d, the largest with %s of the segments"
                .formatted(
                        connectivity.components(),
                        percent((double) connectivity.largestArcs() / Math.max(1, graph.arcs()))));
        lines.add("Dead ends: %d of %d places".formatted(connectivity.deadEnds(), graph.nodes()));
        lines.add("Unreachable from the main part: " + some(arc -> connectivity.isUnreachable(graph, arc)));
        lines.add("No way back to the main part: " + some(arc -> connectivity.isTrap(graph, arc)));
        addCentral(lines);
        return lines;
    }

    private String some(IntPredicate isOne) {
        int[] arcs = IntStream.range(0, graph.arcs()).filter(isOne).toArray();
        var ids = IntStream.of(arcs)
                .limit(SHOWN)
                .mapToObj(arc -> graph.segment(arc).segmentId())
                .toList();
        double metres = IntStream.of(arcs)
                .mapToDouble(arc -> graph.segment(arc).lengthMetres())
                .sum();
        return arcs.length == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d %s, %.3f km: %s%s",
                        arcs.length,
                        arcs.length == 1 ? "segment" : "segments",
                        metres / 1_000,
                        String.join(", ", ids),
                        arcs.length > SHOWN ? ", ..." : "");
    }

    private void addCentral(List<String> lines) {
        var betweenness = Betweenness.of(graph);
        lines.add("Most central segments, by the share of shortest ways that lead over them (from %s):"
                .formatted(
                        betweenness.starts() == graph.nodes()
                                ? "every place to every other"
                                : "%d of %d places to every other".formatted(betweenness.starts(), graph.nodes())));
        for (int arc : betweenness.most(graph, CENTRAL)) {
            var segment = graph.segment(arc);
            lines.add("  %7s  %s  %s"
                    .formatted(
                            percent(betweenness.share(arc)),
                            segment.segmentId(),
                            segment.name() == null ? "" : Printable.of(segment.name())));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
