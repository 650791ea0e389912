package io.carriageway.geo;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the directed segment on which a position is: the nearest of those within the limits; of two that are equally
 * near, in whole centimetres, the one whose segment_id comes first, so that the answer never hangs on the order of a
 * file.
 */
public final class SegmentFinder {

    private static final Match OFF_ROAD = new Match.OffRoad();
    private static final Match WRONG_HEADING = new Match.WrongHeading();
    private static final double CENTIMETRES = 100;

    private final MatchLimits limits;
    private final Edge[] edges;
    private final EdgeGrid grid;

    /** By the number of the segment; numbers are in the order of segment_id. */
    private final Match[] matches;

    private final long[] validFromMillis;
    private final long[] validToMillis;

    public SegmentFinder(RoadNetwork network, MatchLimits limits) {
        this.limits = limits;
        var segments = network.segments();
        var all = edgesOf(segments);
        this.edges = all.toArray(new Edge[0]);
        this.grid = new EdgeGrid(all, limits.distanceMetres());
        this.matches = segments.stream()
                .map(segment -> new Match.OnSegment(segment.segmentId()))
                .toArray(Match[]::new);
        this.validFromMillis = segments.stream()
                .mapToLong(segment -> segment.validFrom().toEpochMilli())
                .toArray();
        this.validToMillis = segments.stream()
                .mapToLong(segment -> segment.validTo() == null
                        ? Long.MAX_VALUE
                        : segment.validTo().toEpochMilli())
                .toArray();
    }

    private static List<Edge> edgesOf(List<RoadSegment> segments) {
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < segments.size(); i++) {
            var points = segments.get(i).line().getCoordinates();
            for (int j = 1; j < points.length; j++) {
                edges.add(Edge.of(i, points[j - 1].y, points[j - 1].x, points[j].y, points[j].x));
            }
        }
        return edges;
    }

    /**
     * Finds the segment.
     *
     * @param headingDegrees null where it was not measured: then every direction will do
     */
    public Match find(double latitude, double longitude, Double headingDegrees, long timeMillis) {
        double metresPerDegreeEast = Earth.metresPerDegreeEast(latitude);
        boolean near = false;
        int best = -1;
        long bestCentimetres = Long.MAX_VALUE;
        for (int number : grid.near(latitude, longitude)) {
            var edge = edges[number];
            double distance = edge.distanceMetres(latitude, longitude, metresPerDegreeEast);
            if (distance > limits.distanceMetres() || !isValid(edge.segment(), timeMillis)) {
                continue;
            }
            near = true;
            long centimetres = Math.round(distance * CENTIMETRES);
            boolean nearer = centimetres < bestCentimetres || (centimetres == bestCentimetres && edge.segment() < best);
            if (nearer && runsAlong(edge, headingDegrees)) {
                best = edge.segment();
                bestCentimetres = centimetres;
            }
        }
        return best >= 0 ? matches[best] : near ? WRONG_HEADING : OFF_ROAD;
    }

    private boolean isValid(int segment, long timeMillis) {
        return validFromMillis[segment] <= timeMillis && timeMillis < validToMillis[segment];
    }

    private boolean runsAlong(Edge edge, Double headingDegrees) {
        return headingDegrees == null
                || Earth.betweenDegrees(edge.bearingDegrees(), headingDegrees) <= limits.headingDegrees();
    }
}
