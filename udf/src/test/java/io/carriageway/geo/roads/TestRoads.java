package io.carriageway.geo.roads;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** GeoJSON for tests. */
final class TestRoads {

    private TestRoads() {}

    /** A file of features. */
    static byte[] geoJson(String... features) {
        return Stream.of(features)
                .collect(Collectors.joining(",", "{\"type\": \"FeatureCollection\", \"features\": [", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A feature from 13.0 52.0 to 13.01 52.0. */
    static String feature(String properties) {
        return """
                {"type": "Feature", "properties": {%s},
                 "geometry": {"type": "LineString", "coordinates": [[13.0, 52.0], [13.01, 52.0]]}}
                """
                .formatted(properties);
    }
}
