package io.carriageway.geo.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of JSON feature by feature, so that the tree of a whole city never is in memory: a FeatureCollection,
 * one feature after the other (GeoJSON text sequences), or an answer of Overpass.
 */
public final class JsonFile {

    private static final byte RECORD_SEPARATOR = 0x1E;

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<GeoJsonFeature> features = new ArrayList<>();
    private final OverpassElements elements = new OverpassElements();
    private String crs;

    private JsonFile() {}

    /**
     * Reads the file.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException where it is no JSON
     */
    public static JsonFile read(byte[] file) throws IOException {
        var json = new JsonFile();
        try (var parser = json.mapper.createParser(withoutSeparators(file))) {
            while (parser.nextToken() != null) {
                json.readRoot(parser);
            }
        }
        return json;
    }

    private static byte[] withoutSeparators(byte[] file) {
        if (file.length > 0 && file[0] == RECORD_SEPARATOR) {
            var text = file.clone();
            for (int i = 0; i < text.length; i++) {
                text[i] = text[i] == RECORD_SEPARATOR ? (byte) ' ' : text[i];
            }
            return text;
        }
        return file;
    }

    private void readRoot(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        ObjectNode rest = mapper.createObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            if (isArray && name.equals("features")) {
                readFeatures(parser);
            } else if (isArray && name.equals("elements")) {
                readElements(parser);
            } else {
                rest.set(name, mapper.readTree(parser));
            }
        }
        crs = rest.at("/crs/properties/name").asText(crs);
        if (rest.path("type").asText().equals("Feature")) {
            addFeature(rest);
        }
    }

    private void readFeatures(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            addFeature(mapper.readTree(parser));
        }
    }

    private void readElements(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(mapper.readTree(parser));
        }
    }

    private void addFeature(JsonNode feature) {
        var shape = Shape.of(feature.path("geometry"));
        if (feature instanceof ObjectNode object) {
            object.remove("geometry");
        }
        features.add(new GeoJsonFeature(features.size() + 1, feature, shape));
    }

    public List<GeoJsonFeature> features() {
        return features;
    }

    /** The ways of an answer of Overpass. */
    public List<MapWay> overpassWays() {
        return elements.ways();
    }

    /** The name of the coordinates' reference system; null where it is GeoJSON's own. */
    public String crs() {
        return crs;
    }
}
