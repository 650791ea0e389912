package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The geometry of a feature, as far as a road can have it. */
public sealed interface Shape {

    /** Lines; x is longitude, y latitude, and neither need be on the Earth. Heights are left out. */
    record Lines(List<Coordinate[]> lines) implements Shape {}

    /** An area, a point or a collection: no road. */
    record NoLine(String type) implements Shape {}

    /**
     * A line that cannot be read.
     *
     * @param kind the fault without what is this line's own, so that lines of the same fault can be counted
     * @param example what is this line's own; empty where nothing is
     */
    record Broken(String fault, String kind, String example) implements Shape {

        Broken(String kind) {
            this(kind, kind, "");
        }
    }

    /** Of all lines with such a position. */
    String NO_POSITION = "a position is no [longitude, latitude] in degrees";

    /** Reads a GeoJSON geometry. */
    static Shape of(JsonNode geometry) {
        var type = geometry.path("type").asText("missing");
        var coordinates = geometry.path("coordinates");
        try {
            return switch (type) {
                case "LineString" -> new Lines(List.<Coordinate[]>of(line(coordinates)));
                case "MultiLineString" -> {
                    var lines = new ArrayList<Coordinate[]>();
                    coordinates.forEach(each -> lines.add(line(each)));
                    yield new Lines(lines);
                }
                default -> new NoLine(type);
            };
        } catch (IllegalArgumentException e) {
            return new Broken(
                    "%s is no [longitude, latitude] in degrees".formatted(e.getMessage()), NO_POSITION, e.getMessage());
        }
    }

    private static Coordinate[] line(JsonNode positions) {
        var points = new Coordinate[positions.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(positions.get(i));
        }
        return points;
    }

    private static Coordinate point(JsonNode position) {
        var longitude = position.path(0);
        var latitude = position.path(1);
        if (!longitude.isNumber()
                || !latitude.isNumber()
                || !Double.isFinite(longitude.doubleValue())
                || !Double.isFinite(latitude.doubleValue())) {
            throw new IllegalArgumentException(position.toString());
        }
        return new Coordinate(longitude.doubleValue(), latitude.doubleValue());
    }
}
