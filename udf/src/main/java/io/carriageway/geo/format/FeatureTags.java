package io.carriageway.geo.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carriageway.geo.osm.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Collects the tags of a GeoJSON feature from the places where tools write them: properties (Overpass Turbo, OSMnx), an
 * object {@code tags} (osmtogeojson), a text {@code other_tags} in the form of PostgreSQL's hstore or as JSON (ogr2ogr,
 * QGIS).
 */
final class FeatureTags {

    private static final Pattern HSTORE =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*=>\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** An item of a list as Python prints it. */
    private static final Pattern ITEM =
            Pattern.compile("'((?:[^'\\\\]++|\\\\.)*+)'|\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^,\\s]+)");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FeatureTags() {}

    static Tags of(JsonNode properties) {
        var tags = new HashMap<String, String>();
        addNested(tags, properties.path("other_tags"));
        addNested(tags, properties.path("tags"));
        addAll(tags, properties);
        if (tags.containsKey("fclass") && !tags.containsKey("highway")) {
            asOpenStreetMap(tags);
        }
        return new Tags(tags);
    }

    /**
     * Translates the values of Geofabrik's shapefiles to those of OpenStreetMap: the direction is forward, to the start
     * or both, and an unknown speed is 0.
     */
    private static void asOpenStreetMap(Map<String, String> tags) {
        tags.put("highway", tags.get("fclass"));
        tags.computeIfPresent("oneway", (key, word) -> switch (word) {
            case "F" -> "yes";
            case "T" -> "-1";
            case "B" -> "no";
            default -> word;
        });
        tags.remove("maxspeed", "0");
    }

    private static void addAll(Map<String, String> tags, JsonNode object) {
        object.properties().forEach(property -> {
            var text = text(property.getValue());
            if (text != null) {
                tags.put(property.getKey(), text);
            }
        });
    }

    private static void addNested(Map<String, String> tags, JsonNode nested) {
        if (nested.isObject()) {
            addAll(tags, nested);
        } else if (nested.asText().startsWith("{")) {
            try {
                addAll(tags, MAPPER.readTree(nested.asText()));
            } catch (JsonProcessingException e) {
                // only looks like JSON
                return;
            }
        } else {
            HSTORE.matcher(nested.asText())
                    .results()
                    .forEach(pair -> tags.put(unescaped(pair.group(1)), unescaped(pair.group(2))));
        }
    }

    /** The value as one text; null if it is missing, which pandas writes as nan. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(item -> items.add(item.isNull() ? "" : item.asText()));
            return items.isEmpty() ? null : String.join(";", items);
        }
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }
        if (value.isFloatingPointNumber() && value.canConvertToExactIntegral()) {
            // pandas writes whole numbers like this if the column has gaps
            return value.bigIntegerValue().toString();
        }
        var text = value.asText();
        if (text.startsWith("[") && text.endsWith("]")) {
            var items = items(text.substring(1, text.length() - 1));
            return items.isEmpty() ? null : String.join(";", items);
        }
        return text.equals("nan") || text.isEmpty() ? null : text;
    }

    private static List<String> items(String list) {
        return ITEM.matcher(list)
                .results()
                .map(item -> item.group(3) != null
                        ? item.group(3)
                        : unescaped(item.group(1) == null ? item.group(2) : item.group(1)))
                .toList();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll("$1");
    }
}
