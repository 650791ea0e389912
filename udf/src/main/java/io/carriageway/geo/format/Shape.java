package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The geometry of a feature, as far as roads can have one. */
public sealed interface Shape {

    /** Lines; x is longitude and y latitude, and neither is checked. Heights are dropped. */
    record Lines(List<Coordinate[]> lines) implements Shape {}

    /** An area, a point or a collection, which is not a road. */
    record NoLine(String type) implements Shape {}

    /**
     * A line that cannot be read.
     *
     * @param kind the fault without the values of this line, for counting lines with the same fault
     * @param example the values of this line; empty if there are none
     */
    record Broken(String fault, String kind, String example) implements Shape {

        Broken(String kind) {
            this(kind, kind, "");
        }
    }

    /** The kind of all lines with such a position. */
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
