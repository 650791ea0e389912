package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ofBytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Records whose bytes or key are wrong: no event, half an event, or the wrong key. */
final class WireKinds {

    private static final int NEAR_THE_TOPICS_LIMIT = 9_900_000;
    private static final int UNPACKED = 25_000_000;

    private final PoisonTopic topic;

    private WireKinds(PoisonTopic topic) {
        this.topic = topic;
    }

    /** The kinds that ordinary senders can produce. */
    static List<PoisonKind> of(PoisonTopic topic) {
        var wire = new WireKinds(topic);
        return List.of(
                ofBytes(topic, "null value", "empty-value", wire::nothing),
                ofBytes(topic, "no bytes", "empty-value", time -> wire.value(new byte[0], time)),
                ofBytes(topic, "other first bytes", "wrong-magic", time -> wire.value(new byte[] {1, 2, 3}, time)),
                ofBytes(topic, "unknown fingerprint", "unknown-schema", time -> wire.value(unknownSchema(), time)),
                ofBytes(topic, "half an event", "corrupt", time -> wire.value(wire.cut(time), time)),
                ofBytes(topic, "bytes behind the event", "corrupt", time -> wire.value(wire.longer(time), time)),
                ofBytes(topic, "null key", "key-mismatch", time -> wire.keyed(null, time)),
                ofBytes(topic, "key of 200 kB", "key-mismatch", time -> wire.keyed(filled(200_000, 'k'), time)));
    }

    /** Records of the largest size that a topic accepts. */
    static List<PoisonKind> large(PoisonTopic topic) {
        var wire = new WireKinds(topic);
        var kinds = new ArrayList<PoisonKind>();
        kinds.add(ofBytes(
                topic,
                "9.9 MB of nothing",
                topic == PoisonTopic.CAMERA ? "wrong-magic" : "record-too-large",
                time -> wire.value(filled(NEAR_THE_TOPICS_LIMIT, 1), time)));
        kinds.add(ofBytes(
                topic,
                "25 MB of zeros in 25 kB of gzip",
                "record-too-large",
                time -> wire.value(new byte[UNPACKED], time)));
        kinds.add(
                ofBytes(topic, "25 MB of JSON text in gzip", "record-too-large", time -> wire.value(jsonText(), time)));
        return kinds;
    }

    private Sent nothing(Instant time) {
        return value(null, time);
    }

    private Sent value(byte[] value, Instant time) {
        return new Sent(topic.entity().getBytes(UTF_8), value, time.toEpochMilli());
    }

    private Sent keyed(byte[] key, Instant time) {
        return new Sent(key, encoded(time), time.toEpochMilli());
    }

    private byte[] encoded(Instant time) {
        return topic.encode(topic.good(topic.entity(), time));
    }

    private byte[] cut(Instant time) {
        var whole = encoded(time);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private byte[] longer(Instant time) {
        var whole = encoded(time);
        return Arrays.copyOf(whole, whole.length + 1);
    }

    /** A text in a field that no topic has, but that a parser reads. */
    private static byte[] jsonText() {
        return "{\"extra\":\"%s\"}".formatted("a".repeat(UNPACKED)).getBytes(UTF_8);
    }

    private static byte[] unknownSchema() {
        return new byte[] {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 0};
    }

    private static byte[] filled(int length, int with) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
