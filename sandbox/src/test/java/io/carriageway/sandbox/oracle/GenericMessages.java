package io.carriageway.sandbox.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** Reads a contract record with nothing but Avro's own decoder and the published schema: no code of the job's. */
public final class GenericMessages {

    private final BinaryMessageDecoder<GenericRecord> decoder;

    public GenericMessages(String record) {
        var published = "/avro-history/" + record + "/1.avsc";
        try (var in = GenericMessages.class.getResourceAsStream(published)) {
            decoder = new BinaryMessageDecoder<>(new GenericData(), new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException(published, e);
        }
    }

    /** The record that the bytes are, all of them; empty where they are none. */
    public Optional<GenericRecord> read(byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        var in = new ByteArrayInputStream(value);
        try {
            var record = decoder.decode(in);
            return in.available() == 0 ? Optional.of(record) : Optional.empty();
        } catch (IOException | AvroRuntimeException notOne) {
            return Optional.empty();
        }
    }
}
