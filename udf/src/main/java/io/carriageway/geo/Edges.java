package io.carriageway.geo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The straight pieces of a network's segments, each from A to B in the direction of travel. They are stored in flat
 * arrays, because a city has millions and the numbers of one edge must be next to each other in memory.
 */
final class Edges {

    private static final int CORNERS = 4;

    private final int[] segments;
    private final double[] bearings;

    /** Latitude and longitude of A, then of B. */
    private final double[] corners;

    private Edges(int count) {
        this.segments = new int[count];
        this.bearings = new double[count];
        this.corners = new double[count * CORNERS];
    }

    static Edges of(List<RoadSegment> segments) {
        int count = 0;
        for (var segment : segments) {
            count = Math.addExact(count, segment.line().getNumPoints() - 1);
        }
        var edges = new Edges(count);
        int edge = 0;
        for (int i = 0; i < segments.size(); i++) {
            var points = segments.get(i).line().getCoordinates();
            for (int j = 1; j < points.length; j++) {
                edges.set(edge++, i, points[j - 1], points[j]);
            }
        }
        return edges;
    }

    private void set(int edge, int segment, Coordinate a, Coordinate b) {
        segments[edge] = segment;
        bearings[edge] = GreatCircle.bearingDegrees(a.y, a.x, b.y, b.x);
        corners[edge * CORNERS] = a.y;
        corners[edge * CORNERS + 1] = a.x;
        corners[edge * CORNERS + 2] = b.y;
        corners[edge * CORNERS + 3] = b.x;
    }

    int count() {
        return segments.length;
    }

    /** The index of the edge's segment. */
    int segment(int edge) {
        return segments[edge];
    }

    double bearingDegrees(int edge) {
        return bearings[edge];
    }

    double latitudeA(int edge) {
        return corners[edge * CORNERS];
    }

    double longitudeA(int edge) {
        return corners[edge * CORNERS + 1];
    }

    double latitudeB(int edge) {
        return corners[edge * CORNERS + 2];
    }

    double longitudeB(int edge) {
        return corners[edge * CORNERS + 3];
    }

    /** The distance in metres from a position to the edge, on a plane that touches the Earth at the position. */
    double distanceMetres(int edge, double latitude, double longitude, double metresPerDegreeEast) {
        double ax = (longitudeA(edge) - longitude) * metresPerDegreeEast;
        double ay = (latitudeA(edge) - latitude) * GreatCircle.METRES_PER_DEGREE;
        double bx = (longitudeB(edge) - longitude) * metresPerDegreeEast;
        double by = (latitudeB(edge) - latitude) * GreatCircle.METRES_PER_DEGREE;
        double dx = bx - ax;
        double dy = by - ay;
        double along = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
        double share = Math.max(0, Math.min(1, along));
        double x = ax + share * dx;
        double y = ay + share * dy;
        return Math.sqrt(x * x + y * y);
    }
}
