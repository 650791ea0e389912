package io.carriageway.geo;

/**
 * Finds the directed segment of a position: the nearest one within the limits. Of segments at the same distance in
 * whole centimetres, it is the first by segment_id, so the result does not depend on the order of a file.
 */
public final class SegmentFinder {

    private static final Match OFF_ROAD = new Match.OffRoad();
    private static final Match WRONG_HEADING = new Match.WrongHeading();
    private static final double CENTIMETRES = 100;

    private final MatchConfig limits;
    private final Edges edges;
    private final EdgeGrid grid;

    /** By the segment's index; segments are in the order of segment_id. */
    private final Match[] matches;

    private final long[] validFromMillis;
    private final long[] validToMillis;

    public SegmentFinder(RoadNetwork network, MatchConfig limits) {
        this.limits = limits;
        var segments = network.segments();
        this.edges = Edges.of(segments);
        this.grid = new EdgeGrid(edges, limits.distanceMetres());
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

    /**
     * Finds the segment.
     *
     * @param headingDegrees null if it was not measured: then segments of every direction match
     */
    public Match find(double latitude, double longitude, Double headingDegrees, long timeMillis) {
        int cell = grid.cell(latitude, longitude);
        if (cell == EdgeGrid.NO_CELL) {
            return OFF_ROAD;
        }
        double metresPerDegreeEast = GreatCircle.metresPerDegreeEast(latitude);
        boolean near = false;
        int best = -1;
        long bestCentimetres = Long.MAX_VALUE;
        for (int place = grid.start(cell); place < grid.end(cell); place++) {
            int edge = grid.edge(place);
            double distance = edges.distanceMetres(edge, latitude, longitude, metresPerDegreeEast);
            int segment = edges.segment(edge);
            if (distance > limits.distanceMetres() || !isValid(segment, timeMillis)) {
                continue;
            }
            near = true;
            long centimetres = Math.round(distance * CENTIMETRES);
            boolean nearer = centimetres < bestCentimetres || (centimetres == bestCentimetres && segment < best);
            if (nearer && runsAlong(edge, headingDegrees)) {
                best = segment;
                bestCentimetres = centimetres;
            }
        }
        return best >= 0 ? matches[best] : near ? WRONG_HEADING : OFF_ROAD;
    }

    private boolean isValid(int segment, long timeMillis) {
        return validFromMillis[segment] <= timeMillis && timeMillis < validToMillis[segment];
    }

    private boolean runsAlong(int edge, Double headingDegrees) {
        return headingDegrees == null
                || GreatCircle.betweenDegrees(edges.bearingDegrees(edge), headingDegrees) <= limits.headingDegrees();
    }
}
