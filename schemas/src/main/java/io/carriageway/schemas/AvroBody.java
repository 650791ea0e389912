package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecordBase;

/** Decodes the Avro binary body of a contract record, written with one writer schema, to the current version. */
final class AvroBody<T extends SpecificRecordBase> implements Body<T> {

    /** Reads a body whose lengths have all been checked. */
    interface Reader<T> {
        T read(BinaryDecoder decoder) throws IOException, UndecodableException;
    }

    private final String record;
    private final Schema writer;
    private final Reader<T> reader;
    private BinaryDecoder decoder;

    AvroBody(Class<T> record, Schema writer, Reader<T> reader) {
        this.record = record.getSimpleName();
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public Decoded<T> decode(byte[] bytes, int headerBytes) {
        try {
            if (AvroScan.end(writer, bytes, headerBytes) < bytes.length) {
                return new Undecodable<>(
                        Fault.CORRUPT, "bytes follow the record in a value of %d bytes".formatted(bytes.length));
            }
            decoder = DecoderFactory.get().binaryDecoder(bytes, headerBytes, bytes.length - headerBytes, decoder);
            return new Decoded.Value<>(reader.read(decoder));
        } catch (UndecodableException e) {
            return e.verdict();
        } catch (IOException | RuntimeException e) {
            // Whatever Avro throws here is a property of the bytes: an enum's index or a number out of range.
            return new Undecodable<>(
                    Fault.CORRUPT,
                    "a value of %d bytes is no %s (%s)"
                            .formatted(bytes.length, record, e.getClass().getSimpleName()));
        }
    }
}
