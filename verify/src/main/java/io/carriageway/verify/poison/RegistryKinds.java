package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ofBytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.verify.oracle.Topic.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records in Confluent's frame whose writer schema, from the registry, makes them expensive or unreadable. */
final class RegistryKinds {

    private static final String UNUSABLE = "incompatible-schema";
    private static final int SINGLE_OBJECT_HEADER_BYTES = 10;
    private static final int NESTED = 500_000;
    private static final long ITEMS = Long.MAX_VALUE / 2;

    private final PoisonTopic topic;

    private RegistryKinds(PoisonTopic topic) {
        this.topic = topic;
    }

    static List<PoisonKind> of(PoisonTopic topic) {
        var frames = new RegistryKinds(topic);
        var kinds = new ArrayList<PoisonKind>();
        kinds.addAll(frames.schemas());
        kinds.addAll(frames.references());
        return kinds;
    }

    private List<PoisonKind> schemas() {
        return List.of(
                kind("extra field nested 500,000 deep", "corrupt", HostileRegistry.RECURSIVE, RegistryKinds::nested),
                kind("extra array of 2^62 nulls", "corrupt", HostileRegistry.NULLS, RegistryKinds::nulls),
                kind("schema of type PROTOBUF", UNUSABLE, HostileRegistry.PROTOBUF),
                kind("schema that is invalid", UNUSABLE, HostileRegistry.NO_SCHEMA),
                kind("schema of another record", UNUSABLE, HostileRegistry.STRANGER),
                kind("schema in a deep answer", UNUSABLE, HostileRegistry.NESTED_ANSWER),
                kind("number missing in the registry", "unknown-schema", HostileRegistry.MISSING));
    }

    private List<PoisonKind> references() {
        return List.of(
                kind("32 references, each to the next", PoisonKind.ACCEPTED, HostileReferences.CHAIN),
                kind("100 references, each to the next", UNUSABLE, HostileReferences.LONG_CHAIN),
                kind("10,000 references side by side", UNUSABLE, HostileReferences.WIDE),
                kind("references in a cycle", PoisonKind.ACCEPTED, HostileReferences.CIRCLE),
                kind("references that need each other", UNUSABLE, HostileReferences.MUTUAL),
                kind("400 deep through references", UNUSABLE, HostileReferences.DEEP),
                kind("1.6 MB through references", UNUSABLE, HostileReferences.LARGE),
                kind("2^20 records through references", "corrupt", HostileReferences.DOUBLING),
                kind("reference to a missing schema", UNUSABLE, HostileReferences.GONE),
                kind("reference to a JSON schema", UNUSABLE, HostileReferences.JSON));
    }

    private PoisonKind kind(String name, String expected, int id) {
        return kind(name, expected, id, encoder -> {});
    }

    private PoisonKind kind(String name, String expected, int id, Extra extra) {
        return ofBytes(topic, name, expected, time -> framed(id, time, extra));
    }

    private interface Extra {
        void writeTo(BinaryEncoder encoder) throws IOException;
    }

    /** A good event in the contract's encoding, followed by the extra field. */
    private Sent framed(int id, Instant time, Extra extra) {
        var event = topic.good(topic.entity(), time);
        var encoded = topic.encode(event);
        var out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        out.write(encoded, SINGLE_OBJECT_HEADER_BYTES, encoded.length - SINGLE_OBJECT_HEADER_BYTES);
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            extra.writeTo(encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sent(topic.entity().getBytes(UTF_8), out.toByteArray(), time.toEpochMilli());
    }

    /** Each level is the branch "node" of a union; the last one is null. */
    private static void nested(BinaryEncoder encoder) throws IOException {
        for (int depth = 0; depth < NESTED; depth++) {
            encoder.writeIndex(1);
        }
        encoder.writeIndex(0);
    }

    private static void nulls(BinaryEncoder encoder) throws IOException {
        encoder.writeLong(ITEMS);
        encoder.writeLong(0);
    }
}
