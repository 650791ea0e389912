package io.carriageway.schemas;

import io.carriageway.schemas.Decoded.Fault;
import io.carriageway.schemas.Decoded.Undecodable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The Avro binary body of one contract record as one writer schema wrote it, read as the current version. Not
 * thread-safe: its buffer is reused.
 */
final class AvroBody<T extends SpecificRecordBase> {

    private final Schema writer;
    private final Schema current;
    private final DatumReader<T> reader;
    private BinaryDecoder decoder;

    /** Avro's reader that resolves the two schemas once, and not for every value. */
    AvroBody(Class<T> record, Schema writer) {
        var data = SpecificData.getForClass(record);
        this.writer = writer;
        this.current = data.getSchema(record);
        try {
            this.reader = new FastReaderBuilder(data).createDatumReader(writer, current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes what follows a header of so many bytes, to the end. */
    Decoded<T> decode(byte[] bytes, int headerBytes) {
        int bodyBytes = bytes.length - headerBytes;
        try {
            // Walk over it once without allocating, so that a corrupt length cannot ask for gigabytes.
            decoder = DecoderFactory.get().binaryDecoder(bytes, headerBytes, bodyBytes, decoder);
            GenericDatumReader.skip(writer, decoder);
            if (!decoder.isEnd()) {
                return new Undecodable<>(
                        Fault.CORRUPT, "bytes follow the record in a value of %d bytes".formatted(bytes.length));
            }
            decoder = DecoderFactory.get().binaryDecoder(bytes, headerBytes, bodyBytes, decoder);
            return new Decoded.Value<>(reader.read(null, decoder));
        } catch (IOException | RuntimeException e) {
            // Whatever Avro throws here is a property of the bytes: end of stream, a branch or length out of range.
            return new Undecodable<>(
                    Fault.CORRUPT,
                    "a value of %d bytes is no %s (%s)"
                            .formatted(
                                    bytes.length,
                                    current.getName(),
                                    e.getClass().getSimpleName()));
        }
    }
}
