package io.carriageway.schemas;

import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.Schema;

/** Finds the unit of a time in a writer schema, which Avro's schema resolution ignores. */
final class WriterTime {

    /** Number of units per millisecond, by logical types of Avro and Flink and semantic types of Debezium. */
    private static final Map<String, Long> UNITS_PER_MILLI = Map.of(
            "timestamp-millis", 1L,
            "timestamp-micros", 1_000L,
            "timestamp-nanos", 1_000_000L,
            "local-timestamp-millis", 1L,
            "local-timestamp-micros", 1_000L,
            "local-timestamp-nanos", 1_000_000L,
            "io.debezium.time.Timestamp", 1L,
            "io.debezium.time.MicroTimestamp", 1_000L,
            "io.debezium.time.NanoTimestamp", 1_000_000L);

    private static final String DEBEZIUM = "io.debezium.time.";

    private WriterTime() {}

    /** The number of units per millisecond; empty if the type is not a time, such as a date or a time of day. */
    static OptionalLong unitsPerMilli(Schema number) {
        var type = type(number);
        if (type == null) {
            return OptionalLong.of(1);
        }
        var units = UNITS_PER_MILLI.get(type);
        return units == null ? OptionalLong.empty() : OptionalLong.of(units);
    }

    /** The name of a number's type. Some types of Debezium have no logical type, but only a name for Kafka Connect. */
    private static String type(Schema number) {
        var logical = number.getProp("logicalType");
        var connect = number.getProp("connect.name");
        return logical == null && connect != null && connect.startsWith(DEBEZIUM) ? connect : logical;
    }

    /** Whether all times in a record are in milliseconds. */
    static boolean isMillis(Schema record) {
        return record.getFields().stream()
                .map(Schema.Field::schema)
                .filter(schema -> schema.getType() == Schema.Type.LONG)
                .allMatch(schema -> unitsPerMilli(schema).orElse(0) == 1);
    }
}
