package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Decodes values in Confluent's frame: a zero byte, the schema's id in 4 bytes, big endian, then the body. Not
 * thread-safe: its buffers are reused.
 */
final class ConfluentFrames<T extends SpecificRecordBase> {

    static final byte MAGIC = 0;
    private static final int HEADER_BYTES = 5;

    private final Class<T> record;
    private final ContractVersions<T> versions;
    private final JsonBody<T> json;
    private final WriterSchemas schemas;

    /** Bodies by schema id. A registry never reuses an id, so entries stay valid. */
    private final Map<Integer, Body<T>> bodiesById = new HashMap<>();

    /** @param schemas the schema registry; null if there is none: then frames are refused */
    ConfluentFrames(Class<T> record, ContractVersions<T> versions, JsonBody<T> json, WriterSchemas schemas) {
        this.record = record;
        this.versions = versions;
        this.json = json;
        this.schemas = schemas;
    }

    Decoded<T> decode(byte[] bytes) throws InterruptedException {
        if (schemas == null) {
            return new Undecodable<>(
                    Fault.WRONG_MAGIC, "the value is in Confluent's frame, but schema.registry.url is not set");
        }
        if (bytes.length < HEADER_BYTES) {
            return new Undecodable<>(
                    Fault.CORRUPT, "the value ends after %d of %d header bytes".formatted(bytes.length, HEADER_BYTES));
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        var body = id < 0 ? null : body(id); // no registry assigns such an id, and some refuse requests for one
        return body == null
                ? new Undecodable<>(Fault.UNKNOWN_SCHEMA, "the registry has no schema " + id)
                : body.decode(bytes, HEADER_BYTES);
    }

    /** The body of a schema; null if the registry has no schema with that id, which may be registered later. */
    private Body<T> body(int id) throws InterruptedException {
        var known = bodiesById.get(id);
        if (known == null) {
            known = body(id, schemas.byId(id));
            if (known != null) {
                bodiesById.put(id, known);
            }
        }
        return known;
    }

    private Body<T> body(int id, RegisteredSchema answer) {
        if (answer instanceof RegisteredSchema.Unknown) {
            return null;
        }
        if (answer instanceof RegisteredSchema.Json) {
            return json;
        }
        return answer instanceof RegisteredSchema.Avro avro
                ? body(id, avro.schema())
                : refusal(id, ((RegisteredSchema.Unusable) answer).why());
    }

    /**
     * The body for a writer schema. A fingerprint omits logical types, so a schema with a fingerprint of the contract
     * may still have microseconds.
     */
    private Body<T> body(int id, Schema writer) {
        if (writer.getType() == Schema.Type.RECORD && WriterTime.isMillis(writer)) {
            var published = versions.body(SchemaNormalization.parsingFingerprint64(writer));
            if (published != null) {
                return published;
            }
        }
        try {
            return ByFieldNames.body(record, writer);
        } catch (IncompatibleSchemaException e) {
            return refusal(
                    id,
                    "cannot be read as %s: %s; its name is %s"
                            .formatted(record.getSimpleName(), e.getMessage(), writer.getFullName()));
        }
    }

    private static <T extends SpecificRecordBase> Body<T> refusal(int id, String why) {
        var refused = new Undecodable<T>(Fault.INCOMPATIBLE_SCHEMA, Excerpt.of("schema %d %s".formatted(id, why)));
        return (bytes, headerBytes) -> refused;
    }
}
