package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Decodes a record's value in either wire format, told apart by its first byte: C3 for Avro single-object encoding, 00
 * for Confluent's frame (00, the schema's number in 4 bytes, big endian, then the body). Not thread-safe: its buffers
 * are reused.
 */
public final class EventDecoder<T extends SpecificRecordBase> {

    private static final byte CONFLUENT = 0;
    private static final int CONFLUENT_HEADER_BYTES = 5;

    /** A way to decode what one registered schema wrote, or why there is none. */
    private sealed interface Writer<T extends SpecificRecordBase> {
        record Known<T extends SpecificRecordBase>(AvroBody<T> body) implements Writer<T> {}

        record Unfit<T extends SpecificRecordBase>(String why) implements Writer<T> {}
    }

    private final Class<T> record;
    private final SingleObjectCodec<T> singleObject;
    private final WriterSchemas schemas;
    private final Map<Integer, Writer<T>> writersById = new HashMap<>();

    /** @param schemas where numbers are looked up; null where there is no registry, so that frames are refused */
    public EventDecoder(Class<T> record, WriterSchemas schemas) {
        this.record = record;
        this.singleObject = new SingleObjectCodec<>(record);
        this.schemas = schemas;
    }

    /** Decodes a value, which may be null; waits while the registry is away. */
    public Decoded<T> decode(byte[] bytes) throws InterruptedException {
        return bytes != null && bytes.length > 0 && bytes[0] == CONFLUENT
                ? decodeFrame(bytes)
                : singleObject.decode(bytes);
    }

    private Decoded<T> decodeFrame(byte[] bytes) throws InterruptedException {
        if (schemas == null) {
            return new Undecodable<>(
                    Fault.WRONG_MAGIC, "the value is in Confluent's frame, but schema.registry.url is not set");
        }
        if (bytes.length < CONFLUENT_HEADER_BYTES) {
            return new Undecodable<>(
                    Fault.CORRUPT,
                    "the value ends after %d of %d header bytes".formatted(bytes.length, CONFLUENT_HEADER_BYTES));
        }
        int id = ByteBuffer.wrap(bytes).getInt(1);
        var writer = writer(id);
        if (writer == null) {
            return new Undecodable<>(Fault.UNKNOWN_SCHEMA, "the registry has no schema " + id);
        }
        return writer instanceof Writer.Known<T> known
                ? known.body().decode(bytes, CONFLUENT_HEADER_BYTES)
                : new Undecodable<>(Fault.INCOMPATIBLE_SCHEMA, "schema " + id + " " + ((Writer.Unfit<T>) writer).why());
    }

    /** Numbers are never given twice, so what is known of one stays true; null where the registry knows none. */
    private Writer<T> writer(int id) throws InterruptedException {
        var known = writersById.get(id);
        if (known == null) {
            known = schemas.byId(id).map(this::writer).orElse(null);
            if (known != null) {
                writersById.put(id, known);
            }
        }
        return known;
    }

    private Writer<T> writer(Schema schema) {
        var current = SpecificData.getForClass(record).getSchema(record);
        var fit = SchemaCompatibility.checkReaderWriterCompatibility(current, schema);
        return fit.getType() == SchemaCompatibilityType.COMPATIBLE
                ? new Writer.Known<>(new AvroBody<>(record, schema))
                : new Writer.Unfit<>("(%s) cannot be read as %s: %s"
                        .formatted(
                                schema.getFullName(),
                                record.getSimpleName(),
                                fit.getResult().getIncompatibilities().get(0).getMessage()));
    }
}
