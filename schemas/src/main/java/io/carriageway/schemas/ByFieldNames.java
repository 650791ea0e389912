package io.carriageway.schemas;

import io.carriageway.schemas.ContractRecord.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads values written with a tool's schema (Kafka Connect, ksqlDB, Flink SQL, Debezium) as a contract record. Fields
 * are matched by name, names of records are ignored, every column may be nullable, an enum may be a string, and times
 * have the unit in the schema. Avro's own resolution allows none of these.
 */
final class ByFieldNames {

    /** Reads a value whose lengths have all been checked. */
    private interface Reader {
        Object read(BinaryDecoder decoder) throws IOException, UndecodableException;
    }

    /** A field of the writer; {@code to} is null if the contract has no field of that name. */
    private record Column(Schema schema, Field to, Reader reader) {}

    private ByFieldNames() {}

    /** @throws IncompatibleSchemaException if no value of that schema can be this record */
    static <T extends SpecificRecordBase> Body<T> body(Class<T> record, Schema writer)
            throws IncompatibleSchemaException {
        var data = SpecificData.getForClass(record);
        var type = ContractType.of(data, data.getSchema(record));
        var reader = reader(writer, type, new ContractRecord(type));
        return new AvroBody<>(record, writer, decoder -> record.cast(reader.read(decoder)));
    }

    private static Reader reader(Schema writer, ContractType type, ContractRecord record)
            throws IncompatibleSchemaException {
        if (writer.isUnion()) {
            return union(writer, type, record);
        }
        if (!fits(writer, type)) {
            throw new IncompatibleSchemaException(
                    "%s cannot be read as %s".formatted(shown(writer), shown(type.schema())));
        }
        return switch (writer.getType()) {
            case NULL -> decoder -> type.ofNull();
            case BOOLEAN -> decoder -> type.ofBoolean(decoder.readBoolean());
            case INT -> decoder -> type.ofWhole(decoder.readInt());
            case LONG -> whole(writer, type);
            case FLOAT -> decoder -> type.ofDecimal(decoder.readFloat());
            case DOUBLE -> decoder -> type.ofDecimal(decoder.readDouble());
            case STRING -> decoder -> type.ofText(decoder.readString());
            case ENUM -> decoder -> type.ofText(writer.getEnumSymbols().get(decoder.readEnum()));
            case BYTES -> decoder -> type.ofBytes(decoder.readBytes(null));
            case ARRAY -> array(writer.getElementType(), type.items(), record);
            case RECORD -> record(writer, record);
            default -> throw new IncompatibleSchemaException(shown(writer) + " cannot be read");
        };
    }

    /**
     * Whether values fit: Avro's promotions, strings for enums and times, and numbers of the other width, which are
     * checked one by one.
     */
    private static boolean fits(Schema writer, ContractType type) {
        if ("decimal".equals(writer.getProp("logicalType"))) {
            return false;
        }
        var from = writer.getType();
        return switch (type.kind()) {
                    case STRING -> isOneOf(from, Schema.Type.STRING, Schema.Type.ENUM, Schema.Type.BYTES);
                    case BYTES -> isOneOf(from, Schema.Type.BYTES, Schema.Type.STRING);
                    case ENUM -> isOneOf(from, Schema.Type.ENUM, Schema.Type.STRING);
                    case INT -> isOneOf(from, Schema.Type.INT, Schema.Type.LONG);
                    case LONG -> type.isTime() ? holdsTime(writer) : isOneOf(from, Schema.Type.INT, Schema.Type.LONG);
                    case FLOAT, DOUBLE ->
                        isOneOf(from, Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);
                    default -> from == type.kind();
                }
                || (from == Schema.Type.NULL && type.nullable());
    }

    private static boolean holdsTime(Schema writer) {
        return writer.getType() == Schema.Type.STRING
                || (isOneOf(writer.getType(), Schema.Type.INT, Schema.Type.LONG)
                        && WriterTime.unitsPerMilli(writer).isPresent());
    }

    private static boolean isOneOf(Schema.Type type, Schema.Type... types) {
        return List.of(types).contains(type);
    }

    private static Reader whole(Schema writer, ContractType type) {
        long units = type.isTime() ? WriterTime.unitsPerMilli(writer).orElseThrow() : 1;
        return decoder -> type.ofWhole(Math.floorDiv(decoder.readLong(), units));
    }

    /** Reads a union. One branch other than null must fit; a value of another branch is refused. */
    private static Reader union(Schema writer, ContractType type, ContractRecord record)
            throws IncompatibleSchemaException {
        var readers = new ArrayList<Reader>();
        IncompatibleSchemaException unfit = null;
        boolean fits = false;
        for (var branch : writer.getTypes()) {
            if (branch.getType() == Schema.Type.NULL) {
                readers.add(decoder -> type.ofNull());
                continue;
            }
            try {
                readers.add(reader(branch, type, record));
                fits = true;
            } catch (IncompatibleSchemaException e) {
                unfit = e;
                readers.add(decoder -> {
                    throw type.misfit(shown(branch));
                });
            }
        }
        if (!fits && (unfit != null || !type.nullable())) {
            throw unfit == null ? new IncompatibleSchemaException("is always null") : unfit;
        }
        return decoder -> readers.get(decoder.readIndex()).read(decoder);
    }

    private static Reader array(Schema items, ContractType type, ContractRecord record)
            throws IncompatibleSchemaException {
        var item = reader(items, type, record);
        return decoder -> {
            var values = new ArrayList<Object>();
            for (long left = decoder.readArrayStart(); left != 0; left = decoder.arrayNext()) {
                for (long i = 0; i < left; i++) {
                    try {
                        values.add(item.read(decoder));
                    } catch (UndecodableException e) {
                        throw e.at(values.size());
                    }
                }
            }
            return values;
        };
    }

    private static Reader record(Schema writer, ContractRecord record) throws IncompatibleSchemaException {
        var missing = record.missingIn(writer);
        if (!missing.isEmpty()) {
            throw new IncompatibleSchemaException("it lacks " + String.join(", ", missing));
        }
        var columns = new ArrayList<Column>();
        for (var field : writer.getFields()) {
            columns.add(column(field, record.field(field.name())));
        }
        return decoder -> {
            var filling = record.begin();
            for (var column : columns) {
                read(column, decoder, filling);
            }
            return filling.finish();
        };
    }

    private static Column column(Schema.Field field, Field to) throws IncompatibleSchemaException {
        try {
            return new Column(field.schema(), to, to == null ? null : reader(field.schema(), to.type(), to.record()));
        } catch (IncompatibleSchemaException e) {
            throw new IncompatibleSchemaException("field %s: %s".formatted(field.name(), e.getMessage()));
        }
    }

    private static void read(Column column, BinaryDecoder decoder, ContractRecord.Filling filling)
            throws IOException, UndecodableException {
        if (column.to() == null) {
            GenericDatumReader.skip(column.schema(), decoder);
            return;
        }
        try {
            filling.put(column.to(), column.reader().read(decoder));
        } catch (UndecodableException e) {
            throw e.in(column.to().name());
        }
    }

    private static String shown(Schema schema) {
        var logical = schema.getProp("logicalType");
        return logical == null ? schema.getType().getName() : schema.getType().getName() + " (" + logical + ")";
    }
}
