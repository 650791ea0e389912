package io.carriageway.schemas;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.carriageway.schemas.ContractRecord.Field;
import io.carriageway.schemas.ContractRecord.Filling;
import io.carriageway.schemas.Decoded.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.avro.Schema;

/** Reads the fields of a JSON object from a parser into a contract record. */
final class JsonFields {

    private JsonFields() {}

    /** Reads the object that the parser has just entered. */
    static Object object(JsonParser parser, ContractRecord contract) throws IOException, UndecodableException {
        var filling = contract.begin();
        var context = parser.getParsingContext();
        try {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var field = contract.field(parser.currentName());
                parser.nextToken();
                if (field == null) {
                    parser.skipChildren();
                } else {
                    put(parser, field, filling);
                }
            }
        } catch (JsonProcessingException e) {
            // the parser reaches a value together with its name
            var field = contract.field(context.getCurrentName());
            throw field == null || filling.has(field)
                    ? JsonBody.noJson(e)
                    : JsonBody.noJson(e).in(field.name());
        }
        return filling.finish();
    }

    private static void put(JsonParser parser, Field field, Filling filling) throws IOException, UndecodableException {
        try {
            filling.put(field, value(parser, field.type(), field.record()));
        } catch (UndecodableException e) {
            throw e.in(field.name());
        }
    }

    private static Object value(JsonParser parser, ContractType type, ContractRecord record)
            throws IOException, UndecodableException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> type.ofNull();
            case VALUE_STRING -> type.kind() == Schema.Type.BYTES ? base64(parser) : type.ofText(text(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, type);
            case VALUE_TRUE, VALUE_FALSE -> type.ofBoolean(parser.currentToken() == JsonToken.VALUE_TRUE);
            case START_ARRAY -> array(parser, type, record);
            default -> nested(parser, type, record);
        };
    }

    private static Object nested(JsonParser parser, ContractType type, ContractRecord record)
            throws IOException, UndecodableException {
        if (type.kind() != Schema.Type.RECORD) {
            throw type.misfit("an object");
        }
        return object(parser, record);
    }

    private static Object array(JsonParser parser, ContractType type, ContractRecord record)
            throws IOException, UndecodableException {
        if (type.kind() != Schema.Type.ARRAY) {
            throw type.misfit("an array");
        }
        var items = type.items();
        var values = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                values.add(value(parser, items, record));
            } catch (UndecodableException e) {
                throw e.at(values.size());
            }
        }
        return values;
    }

    private static Object number(JsonParser parser, ContractType type) throws IOException, UndecodableException {
        try {
            if (type.kind() == Schema.Type.DOUBLE || type.kind() == Schema.Type.FLOAT) {
                return type.ofDecimal(finite(parser.getDoubleValue(), type));
            }
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
                throw type.misfit("a decimal number");
            }
            return type.ofWhole(parser.getLongValue());
        } catch (JsonProcessingException e) { // more digits than a long has
            throw type.outOfRange();
        }
    }

    private static double finite(double value, ContractType type) throws UndecodableException {
        if (!Double.isFinite(value)) {
            throw type.outOfRange();
        }
        return value;
    }

    /** Reads a text. A lone surrogate is refused, because UTF-8 cannot encode it. */
    private static String text(JsonParser parser) throws IOException, UndecodableException {
        var text = parser.getText();
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new UndecodableException(Fault.FIELD_INVALID, "holds half a character (a lone surrogate)");
        }
        return text;
    }

    private static ByteBuffer base64(JsonParser parser) throws IOException, UndecodableException {
        var bytes = new ByteArrayOutputStream();
        try {
            parser.readBinaryValue(Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed(), bytes);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UndecodableException(Fault.FIELD_INVALID, "is no base64 (RFC 4648, section 4)");
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
