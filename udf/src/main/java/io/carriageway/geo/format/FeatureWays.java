package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.geo.osm.Tags;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Recognises features that were made from OpenStreetMap, and converts them to ways. */
public final class FeatureWays {

    /**
     * Properties in which tools write OpenStreetMap's id. The position of a row in the file is no substitute: it would
     * not be stable.
     */
    private static final List<String> IDS = List.of("@id", "osm_way_id", "osm_id", "osmid", "full_id");

    private static final Set<String> MARKS = Set.of("highway", "@id", "osm_way_id", "osm_id", "osmid", "full_id");

    private FeatureWays() {}

    /** Whether a feature has properties that only tools for OpenStreetMap write. */
    public static boolean isFromMap(GeoJsonFeature feature) {
        var properties = feature.node().path("properties");
        return MARKS.stream().anyMatch(properties::has)
                || properties.path("tags").has("highway")
                || properties.path("other_tags").asText().contains("\"highway\"")
                || isEdge(properties);
    }

    public static MapWay of(GeoJsonFeature feature) {
        var tags = FeatureTags.of(feature.node().path("properties"));
        var id = id(feature.node(), tags);
        return new MapWay(feature.number(), id, kind(feature.node(), tags, id), tags, feature.shape());
    }

    private static MapWay.Kind kind(JsonNode feature, Tags tags, String id) {
        if (isEdge(feature.path("properties"))) {
            return MapWay.Kind.EDGE;
        }
        boolean isRelation = id != null && id.startsWith("relation/")
                || tags.word("osm_type").equals("relation");
        return isRelation ? MapWay.Kind.RELATION : MapWay.Kind.WAY;
    }

    /** Whether it is an edge of OSMnx, which has the nodes at its ends. */
    private static boolean isEdge(JsonNode properties) {
        return properties.has("u") && properties.has("v");
    }

    /** The way's id; for an edge made of several ways, the least id. */
    private static String id(JsonNode feature, Tags tags) {
        for (var key : IDS) {
            if (tags.has(key)) {
                return least(tags.get(key));
            }
        }
        var own = FeatureTags.text(feature.path("id"));
        return own == null ? tags.get("id") : own;
    }

    static String least(String ids) {
        return Arrays.stream(ids.split(";"))
                .map(String::strip)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse(ids);
    }
}
