package io.carriageway.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;

/** A registry of these schemas that counts how often it is asked, and frames of them. */
final class Registered implements WriterSchemas {

    private static final long serialVersionUID = 1;

    private final transient Map<Integer, RegisteredSchema> schemas = new HashMap<>();
    private int questions;

    void put(int id, Schema schema) {
        put(id, new RegisteredSchema.Avro(schema));
    }

    void put(int id, RegisteredSchema answer) {
        schemas.put(id, answer);
    }

    int questions() {
        return questions;
    }

    @Override
    public RegisteredSchema byId(int id) {
        questions++;
        return schemas.getOrDefault(id, new RegisteredSchema.Unknown());
    }

    static byte[] framed(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    static byte[] framed(int id, GenericRecord record) {
        return framed(id, bytes(record.getSchema(), record));
    }

    static byte[] bytes(Schema schema, Object value) {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(schema).write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
