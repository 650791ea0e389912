package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.geo.osm.Tags;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** The elements of an answer of Overpass: nodes, and ways with either their positions or the ids of their nodes. */
final class OverpassElements {

    private final NodePlaces nodes = new NodePlaces();
    private final OsmWays ways = new OsmWays();

    void add(JsonNode element) {
        switch (element.path("type").asText()) {
            case "node" ->
                nodes.put(
                        element.path("id").asLong(),
                        element.path("lon").asDouble(Double.NaN),
                        element.path("lat").asDouble(Double.NaN));
            case "way" -> ways.add(way(element));
            default -> {}
        }
    }

    private static OsmWay way(JsonNode element) {
        var tags = new HashMap<String, String>();
        element.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        var refs = new long[element.path("nodes").size()];
        for (int i = 0; i < refs.length; i++) {
            refs[i] = element.path("nodes").get(i).asLong();
        }
        return new OsmWay(
                element.path("id").asLong(),
                element.path("version").asLong(),
                tags.containsKey("highway"),
                new Tags(tags),
                refs,
                own(element.path("geometry")));
    }

    /** The way's own positions; null for each that the query clipped. */
    private static Coordinate[] own(JsonNode geometry) {
        if (geometry.isEmpty()) {
            return null;
        }
        var points = new Coordinate[geometry.size()];
        for (int i = 0; i < points.length; i++) {
            var point = geometry.get(i);
            points[i] = !point.path("lon").isNumber() || !point.path("lat").isNumber()
                    ? null
                    : new Coordinate(
                            point.path("lon").asDouble(), point.path("lat").asDouble());
        }
        return points;
    }

    List<MapWay> ways() {
        return ways.ways(nodes);
    }
}
