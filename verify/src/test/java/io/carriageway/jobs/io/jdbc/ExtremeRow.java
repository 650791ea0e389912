package io.carriageway.jobs.io.jdbc;

import io.carriageway.accident.AccidentRules;
import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.WeatherCondition;
import io.carriageway.intake.FieldRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** A row whose fields have the least or greatest value that intake and their types allow, or null. */
enum ExtremeRow {
    LEAST(Instant.EPOCH, Long.MIN_VALUE, Integer.MIN_VALUE, -180, false),
    GREATEST(Instant.parse("9999-12-31T23:59:59.998Z"), Long.MAX_VALUE, Integer.MAX_VALUE, 180, true),
    NULLS(Instant.parse("2026-03-01T12:00:00Z"), 0, 0, 0, false);

    /** One character, four bytes in UTF-8 and two chars in Java. */
    private static final String CAR = "\uD83D\uDE97";

    private static final int MAX_PROBED = 10_000;
    private static final String ID = longest(64);
    private static final String WORDS = words();

    /** The greatest length of texts by column; other texts have the length of ids. */
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("camera_id", ID),
            Map.entry("station_id", ID),
            Map.entry("weather_station_id", ID),
            Map.entry("vehicle_id", ID),
            Map.entry("accident_id", ID),
            Map.entry("segment_id", ID),
            Map.entry("site_id", ID),
            Map.entry("rule_id", ID),
            Map.entry("zone_id", "8".repeat(15)),
            Map.entry("alert_id", "f".repeat(16)),
            Map.entry("topic", "t".repeat(249)),
            Map.entry("model_id", "m".repeat(128) + "@" + "f".repeat(12) + "+area+turbojpeg+trt-fp16-ffffff"),
            Map.entry("road_condition", WORDS),
            Map.entry("visibility", WORDS),
            Map.entry("authority", WORDS),
            Map.entry("description", WORDS),
            Map.entry("severity", longest(AccidentSeverity.values())),
            Map.entry("kind", longest(AccidentKind.values())),
            Map.entry("status", longest(AccidentStatus.values())),
            Map.entry("condition", longest(WeatherCondition.values())),
            Map.entry("weather_condition", longest(WeatherCondition.values())),
            Map.entry("level_of_service", "F"),
            Map.entry("source_table", "t".repeat(64)),
            Map.entry("metric", "m".repeat(64)),
            Map.entry("rejected_by_reason", "{\"text-too-long\":" + Long.MAX_VALUE + "}"));

    private final Instant time;
    private final long number;
    private final int smallNumber;
    private final double degrees;
    private final boolean flag;

    ExtremeRow(Instant time, long number, int smallNumber, double degrees, boolean flag) {
        this.time = time;
        this.number = number;
        this.smallNumber = smallNumber;
        this.degrees = degrees;
        this.flag = flag;
    }

    /** The row of a table; {@code revision} must be that of the run that writes it. */
    SpecificRecordBase of(Class<?> type, int revision) {
        var schema = SpecificData.get().getSchema(type);
        var row = (SpecificRecordBase) SpecificData.newInstance(type, schema);
        for (var field : schema.getFields()) {
            row.put(field.pos(), value(field));
        }
        row.put("revision", revision);
        return row;
    }

    private Object value(Schema.Field field) {
        if (!field.schema().isUnion()) {
            return value(field.name(), field.schema());
        }
        return this == NULLS
                ? null
                : value(field.name(), field.schema().getTypes().get(1));
    }

    private Object value(String name, Schema type) {
        return switch (type.getType()) {
            case STRING -> text(name);
            case LONG -> type.getLogicalType() instanceof LogicalTypes.TimestampMillis ? time : (Object) number;
            case INT -> smallNumber;
            case DOUBLE -> degrees;
            case BOOLEAN -> flag;
            default -> throw new AssertionError("no extremes are known of " + name + ", " + type);
        };
    }

    /** Ids of accidents and alerts are the whole key, and so differ by row. */
    private String text(String name) {
        var text = TEXTS.getOrDefault(name, ID);
        return name.equals("accident_id") || name.equals("alert_id")
                ? text.substring(0, text.offsetByCodePoints(text.length(), -1)) + ordinal()
                : text;
    }

    /** The longest id that intake accepts where its limit is that. */
    private static String longest(int limit) {
        int length = MAX_PROBED;
        while (FieldRules.id("id", CAR.repeat(length), limit).isPresent()) {
            length--;
        }
        return CAR.repeat(length);
    }

    private static <E extends Enum<E>> String longest(E[] symbols) {
        return Arrays.stream(symbols)
                .map(Enum::name)
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }

    /** The length to which intake truncates a long description. */
    private static String words() {
        var report = new AccidentReport();
        report.setDescription(CAR.repeat(MAX_PROBED));
        return new AccidentRules(Duration.ofDays(1)).normalised(report).getDescription();
    }
}
