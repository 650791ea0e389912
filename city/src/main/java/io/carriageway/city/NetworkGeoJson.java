package io.carriageway.city;

import io.carriageway.city.world.Circuit;
import io.carriageway.city.world.Place;
import io.carriageway.city.world.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The road network as a map: for each segment the middle of its lanes in the direction of travel, from the middle of
 * one corner to the middle of the next. Every vehicle is within 5 m of its own segment.
 */
final class NetworkGeoJson {
    private static final int STEPS_PER_CORNER = 3;
    private static final String FEATURE =
            """
            {"type": "Feature", "properties": {"segment_id": "%s", "name": "%s", "oneway": true, \
            "free_flow_kmh": %.1f, "length_m": %.1f}, \
            "geometry": {"type": "LineString", "coordinates": [%s]}}""";

    private NetworkGeoJson() {}

    static String of(World world) {
        List<String> features = new ArrayList<>();
        for (Segment segment : world.roads().segments()) {
            features.add(feature(world, segment));
        }
        return "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "\n]}\n";
    }

    private static String feature(World world, Segment segment) {
        List<Place> line = line(world.roads().middle(segment.block()), segment.side());
        List<String> points = new ArrayList<>();
        double metres = 0;
        for (int i = 0; i < line.size(); i++) {
            Place place = line.get(i);
            metres += i == 0 ? 0 : place.metresTo(line.get(i - 1));
            points.add(String.format(
                    Locale.ROOT,
                    "[%.7f, %.7f]",
                    world.plane().longitude(place.eastMetres()),
                    world.plane().latitude(place.northMetres())));
        }
        double kilometresPerHour = world.traffic().freeFlowMetresPerSecond(segment) * 3.6;
        return String.format(
                Locale.ROOT,
                FEATURE,
                segment.id(),
                segment.name(),
                kilometresPerHour,
                metres,
                String.join(", ", points));
    }

    /** Out of one corner, straight on, and into the next. */
    private static List<Place> line(Circuit circuit, int side) {
        double start = side * circuit.quarterMetres();
        double end = start + circuit.quarterMetres();
        List<Place> line = new ArrayList<>();
        for (int i = 0; i <= STEPS_PER_CORNER; i++) {
            line.add(circuit.place(start + i * circuit.halfCornerMetres() / STEPS_PER_CORNER, 0));
        }
        for (int i = STEPS_PER_CORNER; i >= 0; i--) {
            line.add(circuit.place(end - i * circuit.halfCornerMetres() / STEPS_PER_CORNER, 0));
        }
        return line;
    }
}
