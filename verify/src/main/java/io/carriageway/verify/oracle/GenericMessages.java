package io.carriageway.verify.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/**
 * Reads a contract record in Avro, under the contract's or other tools' schemas, or in JSON. It uses Avro's decoder, a
 * JSON library and the published schemas, and no code of the jobs.
 */
public final class GenericMessages {

    private final BinaryMessageDecoder<GenericRecord> decoder;
    private final Schema newest;
    private final ForeignMessages foreign;

    public GenericMessages(String record) {
        var published = published(record);
        newest = published.get(published.size() - 1);
        decoder = new BinaryMessageDecoder<>(new GenericData(), newest);
        published.forEach(decoder::addSchema);
        foreign = new ForeignMessages(newest);
    }

    /** The current version. */
    static Schema newest(String record) {
        var published = published(record);
        return published.get(published.size() - 1);
    }

    /** The versions, oldest first. */
    private static List<Schema> published(String record) {
        var versions = new ArrayList<Schema>();
        while (true) {
            var name = "/avro-history/%s/%d.avsc".formatted(record, versions.size() + 1);
            try (var in = GenericMessages.class.getResourceAsStream(name)) {
                if (in == null) {
                    return versions;
                }
                versions.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        }
    }

    /** Decodes all of the bytes to a record; empty if they are none. */
    public Optional<GenericRecord> read(byte[] value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.length > 0 && value[0] == '{') {
            return JsonMessages.read(newest, value);
        }
        if (value.length > 0 && value[0] == 0) {
            return foreign.read(value);
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
