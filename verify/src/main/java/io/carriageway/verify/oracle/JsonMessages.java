package io.carriageway.verify.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Contract records in their JSON form, written and read with a JSON library alone: no code of the job's. */
public final class JsonMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonMessages() {}

    /** A flat record as a script writes it: times as ISO texts, fields without a value left out. */
    public static byte[] write(SpecificRecordBase event) {
        var json = JSON.createObjectNode();
        for (var field : event.getSchema().getFields()) {
            var value = event.get(field.pos());
            if (value instanceof Number number) {
                json.putPOJO(field.name(), number);
            } else if (value != null) {
                json.put(field.name(), value.toString());
            }
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote; empty where the bytes are no such record. */
    static Optional<GenericRecord> read(Schema schema, byte[] value) {
        try {
            var json = JSON.readTree(value);
            var record = new GenericData.Record(schema);
            for (var field : schema.getFields()) {
                record.put(field.pos(), plain(json.path(field.name()), field.schema()));
            }
            return GenericData.get().validate(schema, record) ? Optional.of(record) : Optional.empty();
        } catch (IOException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static Object plain(JsonNode value, Schema schema) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        var type = schema.isUnion() ? schema.getTypes().get(1) : schema;
        return switch (type.getType()) {
            case LONG -> Instant.parse(value.asText()).toEpochMilli();
            case DOUBLE -> value.asDouble();
            case INT -> value.asInt();
            case ENUM -> new GenericData.EnumSymbol(type, value.asText());
            default -> value.asText();
        };
    }
}
