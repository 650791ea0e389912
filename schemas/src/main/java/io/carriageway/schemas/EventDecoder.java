package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Decodes a record's value in any of three wire formats. The first byte selects the format: C3 is Avro single-object
 * encoding, 00 is Confluent's frame, a brace is JSON. Not thread-safe: its buffers are reused.
 */
public final class EventDecoder<T extends SpecificRecordBase> {

    /** Largest value in bytes. While JSON is decoded, its text needs up to six times its bytes: 50 MB. */
    static final int MAX_BYTES = 8 << 20;

    /**
     * Largest value with a picture in bytes. A picture of 16 MiB, the default of picture.max-bytes, has 21.4 MiB in
     * base64; a text of 22 MiB needs 93 MB.
     */
    static final int MAX_BYTES_WITH_PICTURE = 22 << 20;

    private final int maxBytes;
    private final SingleObjectCodec<T> singleObject;
    private final ConfluentFrames<T> frames;
    private final JsonBody<T> json;

    /** @param schemas the schema registry; null if there is none: then Confluent's frames are refused */
    public EventDecoder(Class<T> record, WriterSchemas schemas) {
        var versions = new ContractVersions<>(record);
        this.maxBytes = holdsBytes(record) ? MAX_BYTES_WITH_PICTURE : MAX_BYTES;
        this.singleObject = new SingleObjectCodec<>(record, versions);
        this.json = new JsonBody<>(record);
        this.frames = new ConfluentFrames<>(record, versions, json, schemas);
    }

    private static boolean holdsBytes(Class<? extends SpecificRecordBase> record) {
        var data = SpecificData.getForClass(record);
        return data.getSchema(record).getFields().stream()
                .anyMatch(field -> ContractType.of(data, field.schema()).kind() == Schema.Type.BYTES);
    }

    /** Decodes a value, which may be null. Blocks while the registry is needed and unavailable. */
    public Decoded<T> decode(byte[] bytes) throws InterruptedException {
        if (bytes != null && bytes.length > maxBytes) {
            return new Undecodable<>(
                    Fault.RECORD_TOO_LARGE,
                    "the value has %d bytes, at most %d are allowed".formatted(bytes.length, maxBytes));
        }
        if (bytes == null || bytes.length == 0 || bytes[0] == SingleObjectCodec.MAGIC_0) {
            return singleObject.decode(bytes);
        }
        if (bytes[0] == ConfluentFrames.MAGIC) {
            return frames.decode(bytes);
        }
        return JsonBody.isBegunIn(bytes)
                ? json.decode(bytes, 0)
                : new Undecodable<>(
                        Fault.WRONG_MAGIC,
                        "the value starts with 0x%02X, not with 0xC3 (Avro single-object encoding), 0x00 (Confluent's frame) or { (JSON)"
                                .formatted(bytes[0]));
    }
}
