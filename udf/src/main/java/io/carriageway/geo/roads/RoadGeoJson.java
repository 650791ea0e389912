package io.carriageway.geo.roads;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.geo.RoadSegment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes a network as GeoJSON in our own format. Loading the file gives the same network. The two directions of a
 * street are one feature.
 */
public final class RoadGeoJson {

    private static final String REVERSE = "-reverse";

    private record Version(String segmentId, Instant validFrom) {}

    private final Map<Version, RoadSegment> segments = new HashMap<>();

    private RoadGeoJson(RoadNetwork network) {
        network.segments()
                .forEach(segment -> segments.put(new Version(segment.segmentId(), segment.validFrom()), segment));
    }

    /**
     * Writes the network.
     *
     * @param attribution attribution that must be shown with the roads; null if none is required
     */
    public static void write(RoadNetwork network, String attribution, OutputStream out) throws IOException {
        var writer = new RoadGeoJson(network);
        try (var json = begin(attribution, out)) {
            for (var segment : network.segments()) {
                writer.writeStreet(segment, json);
            }
        }
    }

    /**
     * Begins a FeatureCollection, up to its features. Closing the generator ends it.
     *
     * @param attribution attribution that must be shown with the roads; null if none is required
     */
    public static JsonGenerator begin(String attribution, OutputStream out) throws IOException {
        var json = new JsonFactory().createGenerator(out);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        if (attribution != null) {
            json.writeStringField("attribution", attribution);
        }
        json.writeArrayFieldStart("features");
        return json;
    }

    /** Begins a feature on a line of its own, up to its properties. */
    public static void beginFeature(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
    }

    private void writeStreet(RoadSegment segment, JsonGenerator json) throws IOException {
        if (isTheOtherDirection(forwardOf(segment), segment)) {
            return;
        }
        beginFeature(json);
        writeProperties(segment, !isTheOtherDirection(segment, find(segment.segmentId() + REVERSE, segment)), json);
        json.writeEndObject();
        writeLine(segment, json);
        json.writeEndObject();
    }

    private RoadSegment forwardOf(RoadSegment segment) {
        var id = segment.segmentId();
        return id.endsWith(REVERSE) ? find(id.substring(0, id.length() - REVERSE.length()), segment) : null;
    }

    private RoadSegment find(String id, RoadSegment ofSameTime) {
        return segments.get(new Version(id, ofSameTime.validFrom()));
    }

    private static boolean isTheOtherDirection(RoadSegment segment, RoadSegment reverse) {
        return segment != null
                && reverse != null
                && reverse.equals(new RoadSegment(
                        segment.segmentId() + REVERSE,
                        segment.name(),
                        segment.line().reverse(),
                        segment.freeFlowKmh(),
                        segment.validFrom(),
                        segment.validTo(),
                        segment.attributes()));
    }

    private static void writeProperties(RoadSegment segment, boolean isOneWay, JsonGenerator json) throws IOException {
        var attributes = segment.attributes();
        json.writeStringField("segment_id", segment.segmentId());
        json.writeBooleanField("oneway", isOneWay);
        writeIfKnown("name", segment.name(), json);
        writeIfKnown("free_flow_kmh", segment.freeFlowKmh(), json);
        writeIfKnown(
                "free_flow_source",
                attributes.freeFlowSource() == null
                        ? null
                        : attributes.freeFlowSource().text(),
                json);
        writeIfKnown("class", attributes.roadClass(), json);
        writeIfKnown("lanes", attributes.lanes(), json);
        writeIfKnown("attribution", attributes.attribution(), json);
        if (!segment.validFrom().equals(Instant.EPOCH)) {
            json.writeStringField("valid_from", segment.validFrom().toString());
        }
        writeIfKnown(
                "valid_to", segment.validTo() == null ? null : segment.validTo().toString(), json);
    }

    private static void writeIfKnown(String name, Object value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writePOJOField(name, value);
        }
    }

    private static void writeLine(RoadSegment segment, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "LineString");
        json.writeArrayFieldStart("coordinates");
        for (Coordinate point : segment.line().getCoordinates()) {
            json.writeArray(new double[] {point.x, point.y}, 0, 2);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
