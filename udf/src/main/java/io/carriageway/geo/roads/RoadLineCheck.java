package io.carriageway.geo.roads;

import io.carriageway.geo.GreatCircle;
import io.carriageway.geo.format.Shape;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/** Checks whether lines can be roads. */
final class RoadLineCheck {

    private static final double LONGEST_METRES = 300_000;
    private static final double LONGEST_STEP_METRES = 50_000;

    private static final double HALF_CIRCLE = 180;

    private RoadLineCheck() {}

    /** The points without those that repeat the one before. */
    static Coordinate[] withoutRepeats(Coordinate[] line) {
        var points = new ArrayList<Coordinate>(line.length);
        for (var point : line) {
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        return points.toArray(new Coordinate[0]);
    }

    /** Why the points are not a line on the Earth; empty if they are. */
    static Optional<String> shapeFault(Coordinate[] points) {
        var off = offEarth(points);
        if (off.isPresent()) {
            return Optional.of(
                    "%s is no [longitude, latitude] in degrees%s".formatted(text(off.get()), advice(off.get())));
        }
        return points.length < 2 ? Optional.of("its line has fewer than two different points") : Optional.empty();
    }

    /** The same without the position, for counting lines with the same fault. */
    static Optional<String> shapeFaultKind(Coordinate[] points) {
        return offEarth(points).map(point -> Shape.NO_POSITION + advice(point)).or(() -> shapeFault(points));
    }

    /** The first position that is not on the Earth. */
    static Optional<Coordinate> offEarth(Coordinate[] points) {
        return Stream.of(points).filter(point -> !isOnEarth(point)).findFirst();
    }

    /** What may be wrong with the position, and what to do. */
    private static String advice(Coordinate point) {
        if (Math.abs(point.x) > HALF_CIRCLE || Math.abs(point.y) > HALF_CIRCLE) {
            return ", but looks projected; ogr2ogr -s_srs EPSG:NUMBER -t_srs EPSG:4326 writes degrees";
        }
        return isOnEarth(new Coordinate(point.y, point.x)) ? ", but looks swapped; GeoJSON has longitude first" : "";
    }

    static String text(Coordinate point) {
        return "[%s,%s]".formatted(plain(point.x), plain(point.y));
    }

    static boolean isOnEarth(Coordinate point) {
        return Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90;
    }

    private static String plain(double degrees) {
        return degrees == Math.rint(degrees) ? Long.toString((long) degrees) : Double.toString(degrees);
    }

    /** Why a line is too long for a road, or cannot be matched; empty if it can be used. */
    static Optional<String> fault(Coordinate[] points) {
        double length = 0;
        for (int i = 1; i < points.length; i++) {
            double step = GreatCircle.distanceMetres(points[i - 1].y, points[i - 1].x, points[i].y, points[i].x);
            if (Math.abs(points[i].x - points[i - 1].x) > HALF_CIRCLE) {
                // may have only a few metres, but on the plane of map matching it would run round the Earth
                return Optional.of("its line crosses the 180th meridian");
            }
            if (step > LONGEST_STEP_METRES) {
                return Optional.of("two successive vertices lie more than 50 km apart");
            }
            length += step;
        }
        return length > LONGEST_METRES ? Optional.of("its line is longer than 300 km") : Optional.empty();
    }
}
