package io.carriageway.geo.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.carriageway.geo.RoadSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class RoadGraphTest {

    @Test
    void componentsDeadEndsAndWhatCannotBeReachedAreFound() {
        var segments = new ArrayList<RoadSegment>();
        // a ring 0-1-2-3 both ways, a one-way street out of it to 4, one into it from 5, a two-way spur to 6
        IntStream.range(0, 4).forEach(i -> segments.addAll(street(i, (i + 1) % 4)));
        segments.add(segment(2, 4));
        segments.add(segment(5, 3));
        segments.addAll(street(1, 6));
        // and an island
        segments.addAll(street(8, 9));
        var graph = RoadGraph.of(segments);
        var connectivity = Connectivity.of(graph);
        assertThat(connectivity.components()).isEqualTo(2);
        assertThat(connectivity.largestArcs()).isEqualTo(12);
        assertThat(connectivity.deadEnds()).isEqualTo(5);
        assertThat(ids(graph, IntStream.range(0, graph.arcs()).filter(arc -> connectivity.isUnreachable(graph, arc))))
                .containsExactly("5-3", "8-9", "9-8");
        assertThat(ids(graph, IntStream.range(0, graph.arcs()).filter(arc -> connectivity.isTrap(graph, arc))))
                .containsExactly("2-4");
    }

    @Test
    void theBridgeBetweenTwoPartsIsTheMostCentral() {
        var segments = new ArrayList<RoadSegment>();
        for (int[] street : new int[][] {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}}) {
            segments.addAll(street(street[0], street[1]));
        }
        var graph = RoadGraph.of(segments);
        var betweenness = Betweenness.of(graph);
        assertThat(ids(graph, Arrays.stream(betweenness.most(graph, 2)))).containsExactly("2-3", "3-2");
        // 9 of 30 pairs cross it in each direction
        assertThat(betweenness.share(betweenness.most(graph, 1)[0])).isCloseTo(0.3, within(1e-12));
        assertThat(betweenness.starts()).isEqualTo(6);
    }

    @Property(tries = 50)
    void betweennessIsThatOfCountingAllShortestWays(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var segments = new ArrayList<RoadSegment>();
        for (int i = 0; i < 14; i++) {
            int from = random.nextInt(9);
            int to = random.nextInt(9);
            boolean isThere =
                    segments.stream().anyMatch(each -> each.segmentId().equals(from + "-" + to));
            if (from != to && !isThere) {
                segments.add(segment(from, to));
            }
        }
        var graph = RoadGraph.of(segments);
        var betweenness = Betweenness.of(graph);
        double[] expected = counted(graph);
        for (int arc = 0; arc < graph.arcs(); arc++) {
            assertThat(betweenness.share(arc)).isCloseTo(expected[arc], within(1e-9));
        }
    }

    /** Betweenness from the lengths and numbers of shortest paths between all pairs (Floyd and Warshall). */
    private static double[] counted(RoadGraph graph) {
        int n = graph.nodes();
        var length = new long[n][n];
        for (var row : length) {
            Arrays.fill(row, Integer.MAX_VALUE);
        }
        IntStream.range(0, n).forEach(i -> length[i][i] = 0);
        for (int arc = 0; arc < graph.arcs(); arc++) {
            length[graph.from(arc)][graph.to(arc)] = graph.length(arc);
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    length[i][j] = Math.min(length[i][j], length[i][k] + length[k][j]);
                }
            }
        }
        var shares = new double[graph.arcs()];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                if (s != t && length[s][t] < Integer.MAX_VALUE) {
                    double all = ways(graph, length, s, t);
                    for (int arc = 0; arc < graph.arcs(); arc++) {
                        int a = graph.from(arc);
                        int b = graph.to(arc);
                        if (length[s][a] + graph.length(arc) + length[b][t] == length[s][t]) {
                            shares[arc] += ways(graph, length, s, a) * ways(graph, length, b, t) / all / n / (n - 1);
                        }
                    }
                }
            }
        }
        return shares;
    }

    private static double ways(RoadGraph graph, long[][] length, int from, int to) {
        if (from == to) {
            return 1;
        }
        double ways = 0;
        for (int arc = 0; arc < graph.arcs(); arc++) {
            if (graph.to(arc) == to && length[from][graph.from(arc)] + graph.length(arc) == length[from][to]) {
                ways += ways(graph, length, from, graph.from(arc));
            }
        }
        return ways;
    }

    private static List<String> ids(RoadGraph graph, IntStream arcs) {
        return arcs.mapToObj(arc -> graph.segment(arc).segmentId()).toList();
    }

    private static List<RoadSegment> street(int a, int b) {
        return List.of(segment(a, b), segment(b, a));
    }

    /** A segment between places on a lattice, so that some paths are equally long. */
    private static RoadSegment segment(int a, int b) {
        var line = new GeometryFactory().createLineString(new Coordinate[] {place(a), place(b)});
        return new RoadSegment(a + "-" + b, null, line, null, Instant.EPOCH, null);
    }

    private static Coordinate place(int number) {
        return new Coordinate(number % 3 * 0.01, number / 3 * 0.01);
    }
}
