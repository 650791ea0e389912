package io.carriageway.geo.roads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.carriageway.geo.FreeFlowSource;
import io.carriageway.geo.RoadAttributes;
import io.carriageway.geo.RoadSegment;
import io.carriageway.geo.osm.TravelDirection;
import io.carriageway.text.Identifier;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;

/**
 * The properties of a road in our own GeoJSON format. If a property is missing, the conventions of OpenStreetMap apply:
 * the feature's id is used, and a road is two-way unless the file says otherwise.
 *
 * @param feature the feature without its geometry
 * @param otherwiseId id for a feature without one; null if it must have one
 */
record RoadProperties(JsonNode feature, String otherwiseId) {

    private static final int MAX_ID = 64;
    private static final int MAX_NAME = 200;
    private static final int MAX_CLASS = 32;
    private static final double MAX_SPEED_KMH = 300;

    RoadSegment segment(String segmentId, LineString line) {
        var validFrom = time("valid_from", Instant.EPOCH);
        var validTo = time("valid_to", null);
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException("valid_to %s is not after valid_from %s".formatted(validTo, validFrom));
        }
        return new RoadSegment(segmentId, name(), line, freeFlowKmh(), validFrom, validTo, attributes());
    }

    String segmentId() {
        if (has("segment_id")) {
            return id("segment_id", property("segment_id"));
        }
        boolean isNameless = !feature.hasNonNull("id") && otherwiseId != null;
        return id("segment_id", isNameless ? TextNode.valueOf(otherwiseId) : feature.path("id"));
    }

    /** The id of the segment in the opposite direction. */
    String reverseSegmentId() {
        var own = property("reverse_segment_id");
        return id("reverse_segment_id", own.isMissingNode() || own.isNull() ? reverseOf(segmentId()) : own);
    }

    TravelDirection direction() {
        var oneway = property("oneway").asText("no");
        var direction =
                switch (oneway) {
                    case "yes", "true", "1" -> TravelDirection.ALONG;
                    case "-1" -> TravelDirection.AGAINST;
                    case "no", "false", "0", "null" -> TravelDirection.BOTH;
                    default -> throw new IllegalArgumentException("oneway is '%s', not yes or no".formatted(oneway));
                };
        if (direction != TravelDirection.BOTH && has("reverse_segment_id")) {
            throw new IllegalArgumentException("it is one-way and yet has a reverse_segment_id");
        }
        return direction;
    }

    private String name() {
        if (!has("name")) {
            return null;
        }
        var name = property("name").asText();
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("name has more than %d characters".formatted(MAX_NAME));
        }
        return name;
    }

    private Double freeFlowKmh() {
        var speed = property("free_flow_kmh");
        if (!has("free_flow_kmh")) {
            return null;
        }
        if (!speed.isNumber() || speed.doubleValue() <= 0 || speed.doubleValue() > MAX_SPEED_KMH) {
            throw new IllegalArgumentException(
                    "free_flow_kmh is %s, not a number above 0 and up to 300".formatted(speed));
        }
        return speed.doubleValue();
    }

    /** Values of another type than ours are ignored: they are the author's own properties. */
    private RoadAttributes attributes() {
        var lanes = property("lanes");
        var source = FreeFlowSource.of(property("free_flow_source").asText());
        return new RoadAttributes(
                text("class", MAX_CLASS).or(() -> text("highway", MAX_CLASS)).orElse(null),
                lanes.isInt() && lanes.intValue() > 0 ? lanes.intValue() : null,
                has("free_flow_kmh") ? source.orElse(FreeFlowSource.GIVEN) : null,
                text("attribution", MAX_NAME).orElse(null));
    }

    private Optional<String> text(String property, int maxLength) {
        return Optional.of(property(property))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank() && text.length() <= maxLength);
    }

    /** Reads a time, which must be a whole minute, so that each minute of a segment has one version. */
    private Instant time(String property, Instant otherwise) {
        if (!has(property)) {
            return otherwise;
        }
        try {
            var time = Instant.parse(property(property).asText());
            if (time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
                return time;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s is %s, not a time like 2026-03-01T00:00:00Z".formatted(property, property(property)));
        }
        throw new IllegalArgumentException("%s is %s, not a whole minute".formatted(property, property(property)));
    }

    private static JsonNode reverseOf(String segmentId) {
        return TextNode.valueOf(segmentId + "-reverse");
    }

    private static String id(String property, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException(
                    "%s is %s, not an id of 1 to %d characters".formatted(property, shown(value), MAX_ID));
        }
        var id = value.asText();
        Identifier.fault(id, MAX_ID).ifPresent(fault -> {
            throw new IllegalArgumentException("%s %s: %s".formatted(property, fault, shown(value)));
        });
        return id;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }

    private JsonNode property(String name) {
        return feature.path("properties").path(name);
    }

    private boolean has(String name) {
        return feature.path("properties").hasNonNull(name);
    }
}
