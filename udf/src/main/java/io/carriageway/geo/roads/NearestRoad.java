package io.carriageway.geo.roads;

import io.carriageway.geo.GreatCircle;
import io.carriageway.geo.Place;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.text.Printable;
import java.util.Locale;
import java.util.stream.Stream;

/** Says how far a place lies from the roads, by their vertices. */
public final class NearestRoad {

    /** No city is larger: what is farther from all roads is not in theirs. */
    private static final double CITY_METRES = 200_000;

    private NearestRoad() {}

    /** Metres to the nearest vertex of a network that has roads. */
    public static double metres(Place place, RoadNetwork network) {
        return network.segments().stream()
                .flatMap(segment -> Stream.of(segment.line().getCoordinates()))
                .mapToDouble(
                        vertex -> GreatCircle.distanceMetres(place.latitude(), place.longitude(), vertex.y, vertex.x))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Refuses a place of the city that is not there: swapped roads would be looked for elsewhere. */
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
