package io.carriageway.geo.roads;

import io.carriageway.geo.GreatCircle;
import io.carriageway.geo.Place;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.text.Printable;
import java.util.Locale;
import java.util.stream.Stream;

/** Computes the distance from a place to the nearest road, measured to its vertices. */
public final class NearestRoad {

    /** Greatest extent of a city in metres: a place farther from all roads is not in their city. */
    private static final double CITY_METRES = 200_000;

    private NearestRoad() {}

    /** Distance in metres to the nearest vertex of a network that is not empty. */
    public static double metres(Place place, RoadNetwork network) {
        return network.segments().stream()
                .flatMap(segment -> Stream.of(segment.line().getCoordinates()))
                .mapToDouble(
                        vertex -> GreatCircle.distanceMetres(place.latitude(), place.longitude(), vertex.y, vertex.x))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Refuses a place that is not in the network's city: swapped positions would be searched in the wrong place. */
    static void requireNear(Place near, RoadNetwork network, String location) {
        double metres = near == null ? 0 : metres(near, network);
        if (metres > CITY_METRES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "network.near (NEAR) is %s,%s, which is %.0f km from the nearest road of %s; correct it (latitude"
                            + " first), or leave it out",
                    near.latitude(),
                    near.longitude(),
                    metres / 1_000,
                    Printable.of(location)));
        }
    }
}
