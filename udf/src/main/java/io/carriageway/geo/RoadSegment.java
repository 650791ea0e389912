package io.carriageway.geo;

import java.io.Serializable;
import java.time.Instant;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * One direction of a road, in one version.
 *
 * @param name name of the street; null if it has none
 * @param line line in the direction of travel; x is longitude, y latitude, in degrees of WGS 84
 * @param freeFlowKmh free-flow speed in km/h; null if unknown
 * @param validFrom first event time for which this version is valid
 * @param validTo first event time for which it is no longer valid; null if no end is known
 * @param attributes other attributes of the road in the map
 */
public record RoadSegment(
        String segmentId,
        String name,
        LineString line,
        Double freeFlowKmh,
        Instant validFrom,
        Instant validTo,
        RoadAttributes attributes)
        implements Serializable {

    /** A segment without attributes. */
    public RoadSegment(
            String segmentId, String name, LineString line, Double freeFlowKmh, Instant validFrom, Instant validTo) {
        this(segmentId, name, line, freeFlowKmh, validFrom, validTo, RoadAttributes.NONE);
    }

    public double lengthMetres() {
        double length = 0;
        var points = line.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            length += step(points[i - 1], points[i]);
        }
        return length;
    }

    /** The point half-way along the line; the segment's zone is the one in which it lies. */
    public Coordinate midpoint() {
        double ahead = lengthMetres() / 2;
        var points = line.getCoordinates();
        int i = 1;
        while (i < points.length - 1 && step(points[i - 1], points[i]) < ahead) {
            ahead -= step(points[i - 1], points[i]);
            i++;
        }
        double share = ahead / step(points[i - 1], points[i]);
        return new Coordinate(
                points[i - 1].x + share * (points[i].x - points[i - 1].x),
                points[i - 1].y + share * (points[i].y - points[i - 1].y));
    }

    private static double step(Coordinate a, Coordinate b) {
        return GreatCircle.distanceMetres(a.y, a.x, b.y, b.x);
    }
}
