package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ACCEPTED;
import static io.carriageway.verify.poison.PoisonKind.LATE;
import static io.carriageway.verify.poison.PoisonKind.ofEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** Events that decode, but have a field that no table, clock or map accepts. */
final class FieldKinds {

    private static final String FOUR_BYTE_CHARACTER = "\uD83D\uDE97";

    private final PoisonTopic topic;

    private FieldKinds(PoisonTopic topic) {
        this.topic = topic;
    }

    static List<PoisonKind> of(PoisonTopic topic) {
        var fields = new FieldKinds(topic);
        var kinds = new ArrayList<PoisonKind>();
        kinds.addAll(fields.ids());
        kinds.addAll(fields.times());
        kinds.addAll(fields.positions());
        return kinds;
    }

    /** Texts longer than any column, for topics with text fields. */
    static List<PoisonKind> texts(PoisonTopic topic) {
        var fields = new FieldKinds(topic);
        if (topic == PoisonTopic.ACCIDENT) {
            return List.of(
                    fields.text("description", 6_000_000, ACCEPTED),
                    fields.text("road_condition", 100_000, ACCEPTED),
                    fields.text("visibility", 100_000, ACCEPTED),
                    fields.text("authority", 100_000, ACCEPTED));
        }
        if (topic == PoisonTopic.WEATHER) {
            return List.of(fields.text("description", 6_000_000, ACCEPTED));
        }
        return topic == PoisonTopic.VEHICLE_TELEMETRY
                ? List.of(
                        fields.text("fuel_type", 100_000, "text-too-long"),
                        fields.text("make", 100_000, "text-too-long"),
                        fields.text("model", 100_000, "text-too-long"))
                : List.of();
    }

    private List<PoisonKind> ids() {
        return List.of(
                id("id without characters", ""),
                id("id that ends with a blank", "v1 "),
                id("id that begins with a tab", "\tv1"),
                id("id with a line break", "v1\nv2"),
                id("id with a zero byte", "v1\0"),
                ofEvent(
                        topic,
                        "id of 10,000 characters",
                        "text-too-long",
                        event -> put(event, topic.idField(), "v".repeat(10_000))));
    }

    private List<PoisonKind> times() {
        return List.of(
                time("seconds taken for milliseconds", "too-old", Instant.ofEpochMilli(1_780_315_200)),
                time("smallest time", "time-out-of-range", Instant.ofEpochMilli(Long.MIN_VALUE)),
                time("largest time", "time-out-of-range", Instant.ofEpochMilli(Long.MAX_VALUE)),
                time("year 9999", "future", Instant.parse("9999-12-31T23:59:59Z")),
                ofEvent(topic, "nine years ago", LATE, event -> {
                    var now = (Instant) event.get(topic.timeField());
                    putTime(event, now.minus(Duration.ofDays(9 * 365)));
                }));
    }

    private List<PoisonKind> positions() {
        return List.of(
                position("latitude NaN", "latitude-out-of-range", Double.NaN, 13.4),
                position("longitude infinite", "longitude-out-of-range", 52.5, Double.POSITIVE_INFINITY),
                position("position 0, 0", "position-zero", 0.0, -0.0));
    }

    private PoisonKind id(String name, String id) {
        return ofEvent(topic, name, "id-invalid", event -> put(event, topic.idField(), id));
    }

    private PoisonKind time(String name, String expected, Instant time) {
        return ofEvent(topic, name, expected, event -> putTime(event, time));
    }

    private PoisonKind position(String name, String expected, double latitude, double longitude) {
        return ofEvent(topic, name, expected, event -> {
            put(event, "latitude", latitude);
            put(event, "longitude", longitude);
        });
    }

    /** A text of this many bytes. */
    private PoisonKind text(String field, int bytes, String expected) {
        var text = FOUR_BYTE_CHARACTER.repeat(bytes / 4);
        return ofEvent(topic, "%s of %,d bytes".formatted(field, bytes), expected, event -> put(event, field, text))
                // an accepted text is decoded, truncated, and written to three stores
                .within(256);
    }

    /** An accident occurs when it is reported, because two times that contradict each other are another defect. */
    private void putTime(SpecificRecordBase event, Instant time) {
        put(event, topic.timeField(), time);
        if (topic == PoisonTopic.ACCIDENT) {
            put(event, "occurred_at", time);
        }
    }

    private static void put(SpecificRecordBase event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }
}
