package io.carriageway.geo.roads;

import io.carriageway.geo.GreatCircle;
import io.carriageway.geo.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds lines whose latitude and longitude are swapped: they are far from the city, and would be in it if swapped back.
 * The place of the city comes from an option, or else from the other lines.
 */
final class SwappedPositions {

    private static final String FAULT = "latitude and longitude are swapped; GeoJSON has longitude first";

    /** Greatest extent of a city in metres: a line farther away belongs elsewhere. */
    private static final double CITY_METRES = 200_000;

    /** Place of the city; null if there is nothing to compare with. */
    private final Place centre;

    private final double radiusMetres;

    private SwappedPositions(Place centre, double radiusMetres) {
        this.centre = centre;
        this.radiusMetres = radiusMetres;
    }

    /**
     * @param near a place in the city; null if none is given
     * @param starts first points of the lines
     */
    static SwappedPositions among(Place near, List<Coordinate> starts) {
        if (near != null) {
            return new SwappedPositions(near, CITY_METRES);
        }
        var known = starts.stream().filter(RoadLineCheck::isOnEarth).toList();
        if (known.isEmpty()) {
            return new SwappedPositions(null, CITY_METRES);
        }
        var middle = new Place(
                median(known.stream().mapToDouble(Coordinate::getY).toArray()),
                median(known.stream().mapToDouble(Coordinate::getX).toArray()));
        var distances = known.stream()
                .mapToDouble(each -> metres(middle, each.y, each.x))
                .sorted()
                .toArray();
        // nine of ten lines, so that a few lines elsewhere do not make the city as large as the Earth
        double most = distances[(int) (0.9 * (distances.length - 1))];
        return new SwappedPositions(middle, Math.max(CITY_METRES, 2 * most));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double metres(Place from, double latitude, double longitude) {
        return GreatCircle.distanceMetres(from.latitude(), from.longitude(), latitude, longitude);
    }

    /** The fault of a line that is swapped, or nothing. Its first point decides. */
    Optional<String> fault(Coordinate[] line) {
        if (line.length == 0 || centre == null || Math.abs(line[0].x) > 90 || Math.abs(line[0].y) > 180) {
            return Optional.empty();
        }
        boolean isAway = !RoadLineCheck.isOnEarth(line[0]) || metres(centre, line[0].y, line[0].x) > radiusMetres;
        return isAway && metres(centre, line[0].x, line[0].y) <= radiusMetres ? Optional.of(FAULT) : Optional.empty();
    }
}
