package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Converts values of a wire format to values of one contract type, as its generated class takes them.
 *
 * @param schema the type without the union that makes it nullable
 */
record ContractType(SpecificData data, Schema schema, boolean nullable) {

    static ContractType of(SpecificData data, Schema schema) {
        if (!schema.isUnion()) {
            return new ContractType(data, schema, false);
        }
        var branches = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() != 1) {
            throw new IllegalArgumentException("the contract has no unions but of null and one type: " + schema);
        }
        return new ContractType(data, branches.get(0), true);
    }

    Schema.Type kind() {
        return schema.getType();
    }

    boolean isTime() {
        return kind() == Schema.Type.LONG && schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    ContractType items() {
        return of(data, schema.getElementType());
    }

    Object ofNull() throws UndecodableException {
        if (!nullable) {
            throw new UndecodableException(Fault.FIELD_MISSING, "is null, but must have a value");
        }
        return null;
    }

    /** Converts a whole number; for a time, milliseconds since 1970. */
    Object ofWhole(long value) throws UndecodableException {
        return switch (kind()) {
            case INT -> inRange(value == (int) value, (int) value);
            case LONG -> isTime() ? Instant.ofEpochMilli(value) : (Object) value;
            case FLOAT, DOUBLE -> ofDecimal(value);
            default -> throw misfit("a whole number");
        };
    }

    Object ofDecimal(double value) throws UndecodableException {
        return switch (kind()) {
            case FLOAT -> inRange(Double.isInfinite(value) || !Float.isInfinite((float) value), (float) value);
            case DOUBLE -> value;
            default -> throw misfit("a decimal number");
        };
    }

    Object ofText(String text) throws UndecodableException {
        return switch (kind()) {
            case STRING -> text;
            case ENUM -> symbol(text);
            case BYTES -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            case LONG -> isTime() ? TimeText.parse(text) : misfitValue("a string");
            default -> throw misfit("a string");
        };
    }

    Object ofBytes(ByteBuffer bytes) throws UndecodableException {
        return switch (kind()) {
            case BYTES -> bytes;
            case STRING -> StandardCharsets.UTF_8.decode(bytes).toString();
            default -> throw misfit("bytes");
        };
    }

    Object ofBoolean(boolean value) throws UndecodableException {
        return kind() == Schema.Type.BOOLEAN ? value : misfitValue("true or false");
    }

    /**
     * Converts a word to an enum's symbol. An unknown word may come from a later version; contract enums have a default
     * for it.
     */
    private Object symbol(String word) throws UndecodableException {
        var symbol = schema.hasEnumSymbol(word) ? word : schema.getEnumDefault();
        if (symbol == null) {
            throw new UndecodableException(Fault.FIELD_INVALID, "must be one of " + schema.getEnumSymbols());
        }
        return data.createEnum(symbol, schema);
    }

    private Object inRange(boolean fits, Object value) throws UndecodableException {
        if (!fits) {
            throw outOfRange();
        }
        return value;
    }

    UndecodableException outOfRange() {
        return new UndecodableException(Fault.FIELD_INVALID, "is outside the range of " + expected());
    }

    UndecodableException misfit(String given) {
        return new UndecodableException(Fault.FIELD_INVALID, "must be %s, but is %s".formatted(expected(), given));
    }

    private Object misfitValue(String given) throws UndecodableException {
        throw misfit(given);
    }

    private String expected() {
        return switch (kind()) {
            case INT, LONG ->
                isTime() ? "an RFC 3339 time or epoch milliseconds" : "a whole number (" + kind().getName() + ")";
            case FLOAT, DOUBLE -> "a number (" + kind().getName() + ")";
            case ENUM -> "one of " + schema.getEnumSymbols();
            case RECORD -> "an object";
            default -> "of type " + kind().getName();
        };
    }
}
