package io.carriageway.sandbox.poison;

import static io.carriageway.sandbox.poison.PoisonKind.ofBytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.sandbox.oracle.Topic.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records in Confluent's frame whose writer schema, from the registry, makes them expensive or unreadable. */
final class RegistryKinds {

    private static final int SINGLE_OBJECT_HEADER_BYTES = 10;
    private static final int NESTED = 500_000;
    private static final long ITEMS = Long.MAX_VALUE / 2;

    private final PoisonTopic topic;

    private RegistryKinds(PoisonTopic topic) {
        this.topic = topic;
    }

    static List<PoisonKind> of(PoisonTopic topic) {
        var frames = new RegistryKinds(topic);
        return List.of(
                ofBytes(
                        topic,
                        "extra field nested 500,000 deep",
                        "corrupt",
                        time -> frames.framed(HostileRegistry.RECURSIVE, time, RegistryKinds::nested)),
                ofBytes(
                        topic,
                        "extra array of 2^62 nulls",
                        "corrupt",
                        time -> frames.framed(HostileRegistry.NULLS, time, RegistryKinds::nulls)),
                ofBytes(
                        topic,
                        "schema of type PROTOBUF",
                        "incompatible-schema",
                        time -> frames.framed(HostileRegistry.PROTOBUF, time, RegistryKinds::nothing)),
                ofBytes(
                        topic,
                        "schema that is no schema",
                        "incompatible-schema",
                        time -> frames.framed(HostileRegistry.NO_SCHEMA, time, RegistryKinds::nothing)),
                ofBytes(
                        topic,
                        "schema of another record",
                        "incompatible-schema",
                        time -> frames.framed(HostileRegistry.STRANGER, time, RegistryKinds::nothing)),
                ofBytes(
                        topic,
                        "schema with references",
                        PoisonKind.ACCEPTED,
                        time -> frames.framed(HostileRegistry.REFERENCES, time, RegistryKinds::nothing)),
                ofBytes(
                        topic,
                        "number that the registry lacks",
                        "unknown-schema",
                        time -> frames.framed(HostileRegistry.MISSING, time, RegistryKinds::nothing)));
    }

    private interface Extra {
        void writeTo(BinaryEncoder encoder) throws IOException;
    }

    /** A good event as a contract writer wrote it, and behind it the extra field. */
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

    private static void nothing(BinaryEncoder encoder) {}

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
