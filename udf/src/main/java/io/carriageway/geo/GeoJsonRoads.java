package io.carriageway.geo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.intake.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Reads road segments from GeoJSON. An error names the feature and what is wrong with it. */
final class GeoJsonRoads {

    private final GeometryFactory geometry = new GeometryFactory();
    private final String location;

    GeoJsonRoads(String location) {
        this.location = location;
    }

    List<RoadSegment> read(byte[] geoJson) throws IOException {
        var features = tree(geoJson).path("features");
        if (!features.isArray() || features.isEmpty()) {
            throw fault("%s is no GeoJSON FeatureCollection with features".formatted(location));
        }
        var segments = new ArrayList<RoadSegment>();
        for (int i = 0; i < features.size(); i++) {
            try {
                segments.addAll(directions(features.get(i)));
            } catch (IllegalArgumentException e) {
                throw fault("feature %d of %s (counted from 1): %s".formatted(i + 1, location, e.getMessage()));
            }
        }
        return segments;
    }

    private JsonNode tree(byte[] geoJson) throws IOException {
        try {
            return new ObjectMapper().readTree(geoJson);
        } catch (JsonProcessingException e) {
            throw fault("%s is no JSON: %s".formatted(location, e.getOriginalMessage()));
        }
    }

    /** Without a cause: it would say the same, with the file's control characters as they are. */
    private static IllegalArgumentException fault(String fault) {
        return new IllegalArgumentException(Printable.of(fault));
    }

    private List<RoadSegment> directions(JsonNode feature) {
        var road = new RoadProperties(feature);
        var line = line(feature.path("geometry"));
        return switch (road.direction()) {
            case ALONG -> List.of(road.segment(road.segmentId(), line));
            case AGAINST -> List.of(road.segment(road.segmentId(), line.reverse()));
            case BOTH ->
                List.of(road.segment(road.segmentId(), line), road.segment(road.reverseSegmentId(), line.reverse()));
        };
    }

    /** The line without points that repeat the one before, which have no direction. */
    private LineString line(JsonNode geometryNode) {
        if (!geometryNode.path("type").asText().equals("LineString")) {
            throw new IllegalArgumentException("its geometry is %s, not a LineString"
                    .formatted(geometryNode.path("type").asText("missing")));
        }
        var points = new ArrayList<Coordinate>();
        for (var pair : geometryNode.path("coordinates")) {
            var point = point(pair);
            if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
                points.add(point);
            }
        }
        if (points.size() < 2) {
            throw new IllegalArgumentException("its line has fewer than two different points");
        }
        return geometry.createLineString(points.toArray(new Coordinate[0]));
    }

    private static Coordinate point(JsonNode pair) {
        var longitude = pair.path(0);
        var latitude = pair.path(1);
        if (!longitude.isNumber()
                || !latitude.isNumber()
                || Math.abs(longitude.doubleValue()) > 180
                || Math.abs(latitude.doubleValue()) > 90) {
            throw new IllegalArgumentException("%s is no [longitude, latitude] in degrees".formatted(pair));
        }
        return new Coordinate(longitude.doubleValue(), latitude.doubleValue());
    }
}
