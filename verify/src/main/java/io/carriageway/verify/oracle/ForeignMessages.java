package io.carriageway.verify.oracle;

import io.carriageway.verify.RegistryServer;
import io.carriageway.verify.oracle.Topic.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Contract records under the schemas of other tools, in Confluent's frame: columns in another order, one more, enums as
 * strings. Written and read with Avro's generic classes alone, each under the very schema it was written with: no code
 * of the job's.
 */
public final class ForeignMessages {

    private static final int FRAME_BYTES = 5;
    private static final byte AVRO = (byte) 0xC3;
    private static final String SURPLUS = "ROWTIME";

    /** One in this many records that a tool could write is written by one. */
    private static final int EVERY = 7;

    private final Schema contract;

    /** @param contract of a record without records in it */
    ForeignMessages(Schema contract) {
        this.contract = contract;
    }

    /** A registry with the schemas under the numbers in the frames. */
    public static RegistryServer registry(String record) throws IOException {
        var messages = new ForeignMessages(GenericMessages.newest(record));
        return new RegistryServer(Stream.of(ForeignTool.values())
                .collect(Collectors.toMap(
                        tool -> RegistryServer.byId(tool.ordinal()),
                        tool -> RegistryServer.avro(messages.schema(tool).toString()))));
    }

    /** The same records; some of those without a defect are replaced by what the tools would write, in turn. */
    public static List<Sent> among(String record, List<Sent> records) {
        var published = new GenericMessages(record);
        var messages = new ForeignMessages(GenericMessages.newest(record));
        var mixed = new ArrayList<Sent>();
        int good = 0;
        for (var sent : records) {
            boolean rewritten = sent.defect() == null && sent.value()[0] == AVRO && good++ % EVERY == 0;
            mixed.add(
                    rewritten
                            ? new Sent(
                                    sent.key(),
                                    messages.write(
                                            published.read(sent.value()).orElseThrow(),
                                            ForeignTool.values()[good / EVERY % ForeignTool.values().length]),
                                    sent.timestampMillis())
                            : sent);
        }
        return mixed;
    }

    private byte[] write(GenericRecord event, ForeignTool tool) {
        var schema = schema(tool);
        var row = new GenericData.Record(schema);
        row.put(SURPLUS, 1L);
        for (var field : contract.getFields()) {
            var value = event.get(field.pos());
            row.put(field.name(), value == null ? null : tool.written(value, plain(field.schema())));
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(FRAME_BYTES).putInt(1, tool.ordinal()).array());
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(row, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Reads a record that a tool wrote; empty if the bytes are no such record. */
    Optional<GenericRecord> read(byte[] value) {
        int id = value.length < FRAME_BYTES ? -1 : ByteBuffer.wrap(value).getInt(1);
        if (id < 0 || id >= ForeignTool.values().length) {
            return Optional.empty();
        }
        var tool = ForeignTool.values()[id];
        try {
            var decoder = DecoderFactory.get().binaryDecoder(value, FRAME_BYTES, value.length - FRAME_BYTES, null);
            var row = new GenericDatumReader<GenericRecord>(schema(tool)).read(null, decoder);
            var record = new GenericData.Record(contract);
            for (var field : contract.getFields()) {
                var written = row.get(field.name());
                record.put(field.pos(), written == null ? null : tool.read(written, plain(field.schema())));
            }
            return decoder.isEnd() ? Optional.of(record) : Optional.empty();
        } catch (IOException | AvroRuntimeException notOne) {
            return Optional.empty();
        }
    }

    private Schema schema(ForeignTool tool) {
        var columns = new ArrayList<Schema.Field>();
        columns.add(new Schema.Field(SURPLUS, Schema.create(Schema.Type.LONG)));
        for (var field : contract.getFields()) {
            var type = tool.column(plain(field.schema()));
            boolean nullable = tool.allNullable || field.schema().isNullable();
            columns.add(new Schema.Field(
                    field.name(), nullable ? Schema.createUnion(Schema.create(Schema.Type.NULL), type) : type));
        }
        Collections.reverse(columns);
        int name = tool.record.lastIndexOf('.');
        var namespace = name < 0 ? null : tool.record.substring(0, name);
        return Schema.createRecord(tool.record.substring(name + 1), null, namespace, false, columns);
    }

    private static Schema plain(Schema schema) {
        return schema.isUnion() ? schema.getTypes().get(1) : schema;
    }
}
