package io.carriageway.verify.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A grid of streets around blocks of 300 m: most two-way, some one-way, one moved to another place at a given time.
 * Also converts metres to degrees there.
 */
public final class TestStreets {

    static final double BLOCK_METRES = 300;
    static final int BLOCKS = 3;

    private static final double LATITUDE = 52.5;
    private static final double LONGITUDE = 13.4;
    private static final double METRES_PER_DEGREE = 111_195.08;

    private TestStreets() {}

    public static double latitude(double northMetres) {
        return LATITUDE + northMetres / METRES_PER_DEGREE;
    }

    public static double longitude(double eastMetres) {
        return LONGITUDE + eastMetres / (METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE)));
    }

    /** The streets; from that time on, the one in the middle is 60 m farther east. */
    public static String geoJson(Instant rebuilt) {
        var features = new ArrayList<String>();
        for (int x = 0; x <= BLOCKS; x++) {
            for (int y = 0; y <= BLOCKS; y++) {
                var properties =
                        (x + y) % 3 == 2 ? ", \"oneway\": true" : ", \"free_flow_kmh\": " + (30 + 10 * x + y / 16.0);
                if (x < BLOCKS) {
                    features.add(street("h-%d-%d".formatted(x, y), properties, x, y, x + 1, y));
                }
                if (x == 1 && y == 1) {
                    features.add(
                            street("v-1-1", ", \"oneway\": true, \"valid_to\": \"%s\"".formatted(rebuilt), 1, 1, 1, 2));
                    features.add(street(
                            "v-1-1", ", \"oneway\": true, \"valid_from\": \"%s\"".formatted(rebuilt), 1.2, 1, 1.2, 2));
                } else if (y < BLOCKS) {
                    features.add(street(
                            "v-%d-%d".formatted(x, y),
                            x == 0 ? ", \"reverse_segment_id\": \"w-%d-%d\"".formatted(x, y) : properties,
                            x,
                            y,
                            x,
                            y + 1));
                }
            }
        }
        return "{\"type\": \"FeatureCollection\", \"features\": [%s]}".formatted(String.join(",\n", features));
    }

    /** With a point half-way, a little off the straight line. */
    private static String street(String id, String properties, double x1, double y1, double x2, double y2) {
        var points = List.of(point(x1, y1), point((x1 + x2) / 2 + 0.01, (y1 + y2) / 2 + 0.01), point(x2, y2));
        return """
                {"type": "Feature", "properties": {"segment_id": "%s"%s},
                 "geometry": {"type": "LineString", "coordinates": %s}}
                """
                .formatted(id, properties, points);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "[%.7f, %.7f]", longitude(x * BLOCK_METRES), latitude(y * BLOCK_METRES));
    }
}
