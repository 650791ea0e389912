package io.carriageway.geo;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Road segments for tests, laid out in metres around a place of 52 degrees north. */
final class Roads {

    static final double LATITUDE = 52;
    static final double LONGITUDE = 13;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Roads() {}

    static double latitude(double northMetres) {
        return LATITUDE + northMetres / GreatCircle.METRES_PER_DEGREE;
    }

    static double longitude(double eastMetres) {
        return LONGITUDE + eastMetres / GreatCircle.metresPerDegreeEast(LATITUDE);
    }

    /** A segment through points given as east, north, east, north... */
    static RoadSegment segment(String id, double... eastNorthMetres) {
        return segment(id, Instant.EPOCH, null, eastNorthMetres);
    }

    static RoadSegment segment(String id, Instant validFrom, Instant validTo, double... eastNorthMetres) {
        var points = new Coordinate[eastNorthMetres.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(longitude(eastNorthMetres[2 * i]), latitude(eastNorthMetres[2 * i + 1]));
        }
        return new RoadSegment(id, null, GEOMETRY.createLineString(points), 50.0, validFrom, validTo);
    }

    static RoadNetwork network(RoadSegment... segments) {
        return new RoadNetwork(List.of(segments));
    }
}
