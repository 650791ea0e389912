package io.carriageway.verify.oracle;

import java.time.Instant;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Tools that write the columns of a contract record under schemas of their own, and how each maps a type. */
@SuppressWarnings("ImmutableEnumChecker") // the functions capture nothing, and the schemas are not changed
enum ForeignTool {
    /** Every column is nullable. */
    KSQLDB(
            "io.confluent.ksql.avro_schemas.KsqlDataSourceSchema",
            true,
            Schema.Type.INT,
            Schema.Type.DOUBLE,
            LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)),
            millis -> millis,
            time -> (Long) time),
    /** Times in microseconds, of which some are not whole milliseconds. */
    FLINK_SQL(
            "org.apache.flink.avro.generated.record",
            false,
            Schema.Type.INT,
            Schema.Type.DOUBLE,
            LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG)),
            millis -> millis * 1_000 + 999,
            time -> (Long) time / 1_000),
    /** Times in nanoseconds, marked only by a schema name of Kafka Connect. */
    DEBEZIUM(
            "server.city.table.Value",
            false,
            Schema.Type.LONG,
            Schema.Type.DOUBLE,
            nanoTimestamp(),
            millis -> millis * 1_000_000,
            time -> (Long) time / 1_000_000),
    /** Times as texts, and numbers as floats. */
    SCRIPT(
            "Row",
            true,
            Schema.Type.LONG,
            Schema.Type.FLOAT,
            Schema.create(Schema.Type.STRING),
            millis -> Instant.ofEpochMilli(millis).toString(),
            time -> Instant.parse(time.toString()).toEpochMilli());

    final String record;
    final boolean allNullable;
    private final Schema.Type whole;
    private final Schema.Type decimal;
    /** How it stores times. */
    private final Schema time;

    private final LongFunction<Object> written;
    private final ToLongFunction<Object> millis;

    ForeignTool(
            String record,
            boolean allNullable,
            Schema.Type whole,
            Schema.Type decimal,
            Schema time,
            LongFunction<Object> written,
            ToLongFunction<Object> millis) {
        this.record = record;
        this.allNullable = allNullable;
        this.whole = whole;
        this.decimal = decimal;
        this.time = time;
        this.written = written;
        this.millis = millis;
    }

    private static Schema nanoTimestamp() {
        var schema = Schema.create(Schema.Type.LONG);
        schema.addProp("connect.name", "io.debezium.time.NanoTimestamp");
        return schema;
    }

    /** Its type for a type of the contract. */
    Schema column(Schema type) {
        return switch (type.getType()) {
            case LONG -> time;
            case ENUM -> Schema.create(Schema.Type.STRING);
            case INT -> Schema.create(whole);
            case DOUBLE -> Schema.create(decimal);
            default -> type;
        };
    }

    /** Converts a value of the contract to the value that it writes. */
    Object written(Object value, Schema type) {
        return switch (type.getType()) {
            case LONG -> written.apply((Long) value);
            case ENUM -> value.toString();
            case INT -> whole == Schema.Type.LONG ? (Object) ((Integer) value).longValue() : value;
            case DOUBLE -> decimal == Schema.Type.FLOAT ? (Object) ((Double) value).floatValue() : value;
            default -> value;
        };
    }

    /** Converts a value that it wrote to the contract's value. */
    Object read(Object value, Schema type) {
        return switch (type.getType()) {
            case LONG -> millis.applyAsLong(value);
            case ENUM -> new GenericData.EnumSymbol(type, value.toString());
            case INT -> ((Number) value).intValue();
            case DOUBLE -> ((Number) value).doubleValue();
            default -> value;
        };
    }
}
