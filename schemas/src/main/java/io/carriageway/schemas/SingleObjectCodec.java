package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Encodes and decodes one contract record in Avro single-object encoding: C3 01, the writer schema's 8-byte CRC-64-AVRO
 * fingerprint (little endian), the body. Reads every published version of the record. Source: Avro 1.11 specification,
 * "Single-object encoding". Not thread-safe: its buffers are reused.
 */
public final class SingleObjectCodec<T extends SpecificRecordBase> {

    private static final int HEADER_BYTES = 10;
    static final byte MAGIC_0 = (byte) 0xC3;
    private static final byte MAGIC_1 = 0x01;

    private final ContractVersions<T> versions;
    private final SpecificDatumWriter<T> writer;
    private final byte[] header;
    private BinaryEncoder encoder;

    public SingleObjectCodec(Class<T> record) {
        this(record, new ContractVersions<>(record));
    }

    SingleObjectCodec(Class<T> record, ContractVersions<T> versions) {
        this.versions = versions;
        var data = SpecificData.getForClass(record);
        var current = data.getSchema(record);
        writer = new SpecificDatumWriter<>(current, data);
        header = header(current);
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC_0)
                .put(MAGIC_1)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    public byte[] encode(T value) {
        var out = new ByteArrayOutputStream(256);
        out.writeBytes(header);
        encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
        try {
            writer.write(value, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("an in-memory stream failed", e);
        }
        return out.toByteArray();
    }

    /** Decodes a record's value; the bytes may be null. */
    public Decoded<T> decode(byte[] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new Undecodable<>(Fault.EMPTY, "the value is " + (bytes == null ? "null" : "0 bytes long"));
        }
        if (bytes[0] != MAGIC_0 || (bytes.length > 1 && bytes[1] != MAGIC_1)) {
            return new Undecodable<>(
                    Fault.WRONG_MAGIC,
                    "the value starts with 0x%02X, not with 0xC3 0x01 (Avro single-object encoding)"
                            .formatted(bytes[0]));
        }
        if (bytes.length < HEADER_BYTES) {
            return new Undecodable<>(
                    Fault.CORRUPT, "the value ends after %d of %d header bytes".formatted(bytes.length, HEADER_BYTES));
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        var body = versions.body(fingerprint);
        return body == null
                ? new Undecodable<>(
                        Fault.UNKNOWN_SCHEMA,
                        "writer schema %016x is not in avro-history/; publish it there".formatted(fingerprint))
                : body.decode(bytes, HEADER_BYTES);
    }
}
