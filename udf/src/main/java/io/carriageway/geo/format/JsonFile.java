package io.carriageway.geo.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a JSON file feature by feature, so that the tree of a whole city is never in memory. The file is a
 * FeatureCollection, a sequence of features (GeoJSON text sequences), or an answer of Overpass.
 */
public final class JsonFile {

    private static final byte RECORD_SEPARATOR = 0x1E;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private final List<GeoJsonFeature> features = new ArrayList<>();
    private final OverpassElements elements = new OverpassElements();
    private boolean isOverpass;
    private boolean isCollection;
    private String remark;
    private String crs;

    private JsonFile() {}

    /**
     * Reads the file.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
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
                isCollection = true;
                readFeatures(parser);
            } else if (isArray && name.equals("elements")) {
                isOverpass = true;
                readElements(parser);
            } else {
                rest.set(name, mapper.readTree(parser));
            }
        }
        crs = crs(rest.at("/crs/properties"));
        remark = rest.path("remark").asText(remark);
        if (rest.path("type").asText().equals("Feature")) {
            addFeature(rest);
        }
    }

    /** The name of the coordinate reference system; files from before 2008 have a number instead. */
    private String crs(JsonNode properties) {
        var code = properties.path("code");
        return code.isNumber()
                ? "EPSG:" + code.asText()
                : properties.path("name").asText(crs);
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
            object.path("properties").properties().stream()
                    .filter(property -> isNaN(property.getValue()))
                    .forEach(property -> property.setValue(NullNode.instance));
        }
        features.add(new GeoJsonFeature(features.size() + 1, feature, shape));
    }

    /** Whether the value is NaN, which pandas writes for a missing number. */
    private static boolean isNaN(JsonNode value) {
        return value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue());
    }

    public List<GeoJsonFeature> features() {
        return features;
    }

    /** The ways of an answer of Overpass. */
    public List<MapWay> overpassWays() {
        return elements.ways();
    }

    /** Whether the file is an answer of Overpass. */
    public boolean isOverpass() {
        return isOverpass;
    }

    /** Whether the file has a list of features; it may be empty. */
    public boolean isCollection() {
        return isCollection;
    }

    /** The remark in an answer of Overpass, such as that time ran out; null if there is none. */
    public String remark() {
        return remark;
    }

    /** The name of the coordinate reference system; null if it is GeoJSON's default. */
    public String crs() {
        return crs;
    }
}
