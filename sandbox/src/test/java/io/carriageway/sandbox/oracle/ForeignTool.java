package io.carriageway.sandbox.oracle;

import java.time.Instant;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Tools that write the columns of a contract record under schemas of their own, and what each makes of a type. */
enum ForeignTool {
    /** Every column is nullable. */
    KSQLDB("io.confluent.ksql.avro_schemas.KsqlDataSourceSchema", true, Schema.Type.INT, Schema.Type.DOUBLE) {
        @Override
        Schema time() {
            return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        }

        @Override
        Object written(long millis) {
            return millis;
        }

        @Override
        long millis(Object time) {
            return (Long) time;
        }
    },
    /** Times in microseconds, of which some are not whole milliseconds. */
    FLINK_SQL("org.apache.flink.avro.generated.record", false, Schema.Type.INT, Schema.Type.DOUBLE) {
        @Override
        Schema time() {
            return LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
        }

        @Override
        Object written(long millis) {
            return millis * 1_000 + 999;
        }

        @Override
        long millis(Object time) {
            return (Long) time / 1_000;
        }
    },
    /** Times in nanoseconds, which only a name for Kafka Connect tells. */
    DEBEZIUM("server.city.table.Value", false, Schema.Type.LONG, Schema.Type.DOUBLE) {
        @Override
        Schema time() {
            var schema = Schema.create(Schema.Type.LONG);
            schema.addProp("connect.name", "io.debezium.time.NanoTimestamp");
            return schema;
        }

        @Override
        Object written(long millis) {
            return millis * 1_000_000;
        }

        @Override
        long millis(Object time) {
            return (Long) time / 1_000_000;
        }
    },
    /** Times as texts, and numbers as floats. */
    SCRIPT("Row", true, Schema.Type.LONG, Schema.Type.FLOAT) {
        @Override
        Schema time() {
            return Schema.create(Schema.Type.STRING);
        }

        @Override
        Object written(long millis) {
            return Instant.ofEpochMilli(millis).toString();
        }

        @Override
        long millis(Object time) {
            return Instant.parse(time.toString()).toEpochMilli();
        }
    };

    final String record;
    final boolean allNullable;
    private final Schema.Type whole;
    private final Schema.Type decimal;

    ForeignTool(String record, boolean allNullable, Schema.Type whole, Schema.Type decimal) {
        this.record = record;
        this.allNullable = allNullable;
        this.whole = whole;
        this.decimal = decimal;
    }

    /** How it keeps times. */
    abstract Schema time();

    abstract Object written(long millis);

    abstract long millis(Object time);

    /** Its type for the contract's. */
    Schema column(Schema type) {
        return switch (type.getType()) {
            case LONG -> time();
            case ENUM -> Schema.create(Schema.Type.STRING);
            case INT -> Schema.create(whole);
            case DOUBLE -> Schema.create(decimal);
            default -> type;
        };
    }

    /** The contract's value as it writes it. */
    Object written(Object value, Schema type) {
        return switch (type.getType()) {
            case LONG -> written((Long) value);
            case ENUM -> value.toString();
            case INT -> whole == Schema.Type.LONG ? (Object) ((Integer) value).longValue() : value;
            case DOUBLE -> decimal == Schema.Type.FLOAT ? (Object) ((Double) value).floatValue() : value;
            default -> value;
        };
    }

    /** What it wrote as the contract's value. */
    Object read(Object value, Schema type) {
        return switch (type.getType()) {
            case LONG -> millis(value);
            case ENUM -> new GenericData.EnumSymbol(type, value.toString());
            case INT -> ((Number) value).intValue();
            case DOUBLE -> ((Number) value).doubleValue();
            default -> value;
        };
    }
}
