package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.geo.osm.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The elements of an answer of Overpass: nodes, and ways that have either their positions or the ids of their nodes.
 */
final class OverpassElements {

    private final NodePlaces nodes = new NodePlaces();
    private final List<Way> ways = new ArrayList<>();

    /** A way with the positions that it has itself; null where it has none. */
    private record Way(long id, Tags tags, long[] nodes, Coordinate[] own) {}

    void add(JsonNode element) {
        switch (element.path("type").asText()) {
            case "node" ->
                nodes.put(
                        element.path("id").asLong(),
                        element.path("lon").asDouble(Double.NaN),
                        element.path("lat").asDouble(Double.NaN));
            case "way" -> {
                if (element.path("tags").has("highway")) {
                    ways.add(way(element));
                }
            }
            default -> {}
        }
    }

    private static Way way(JsonNode element) {
        var tags = new HashMap<String, String>();
        element.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        var refs = new long[element.path("nodes").size()];
        for (int i = 0; i < refs.length; i++) {
            refs[i] = element.path("nodes").get(i).asLong();
        }
        return new Way(element.path("id").asLong(), new Tags(tags), refs, own(element.path("geometry")));
    }

    /** Where the query clipped its answer, a position outside is null. */
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
        var all = new ArrayList<MapWay>();
        for (var way : ways) {
            var points = way.own() == null ? nodes.placesOf(way.nodes()) : way.own();
            all.add(NodePlaces.way(all.size() + 1, way.id(), way.tags(), points));
        }
        return all;
    }
}
