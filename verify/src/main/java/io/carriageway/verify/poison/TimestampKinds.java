package io.carriageway.verify.poison;

import static io.carriageway.verify.poison.PoisonKind.ACCEPTED;
import static io.carriageway.verify.poison.PoisonKind.ofBytes;

import io.carriageway.verify.oracle.Topic.Sent;
import java.time.Instant;
import java.util.List;

/** Good events whose record has a Kafka timestamp that is no arrival time, or one far in the future. */
final class TimestampKinds {

    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant AFTER_ALL_TIMES = Instant.parse("+10000-01-01T00:00:00Z");

    private final PoisonTopic topic;

    private TimestampKinds(PoisonTopic topic) {
        this.topic = topic;
    }

    /**
     * The last of all kinds: a timestamp far in the future moves the watermark of its partition there, so later records
     * are in no table.
     */
    static List<PoisonKind> of(PoisonTopic topic) {
        var kinds = new TimestampKinds(topic);
        return List.of(
                // Kafka's own producer sends none below 0, but other clients send -1: no timestamp
                kinds.timestamp("Kafka timestamp -1: none", "time-out-of-range", -1),
                withoutTime(topic),
                kinds.timestamp("Kafka timestamp of year 10000", "time-out-of-range", AFTER_ALL_TIMES.toEpochMilli()),
                kinds.timestamp("largest Kafka timestamp", "time-out-of-range", Long.MAX_VALUE),
                kinds.timestamp("Kafka timestamp of year 2100", "too-old", FAR_AHEAD.toEpochMilli()),
                ofBytes(topic, "event and Kafka timestamp of 2100", ACCEPTED, time -> kinds.good(FAR_AHEAD)));
    }

    /** The timestamp of a client that does not know the time. */
    static PoisonKind withoutTime(PoisonTopic topic) {
        return new TimestampKinds(topic).timestamp("Kafka timestamp 0", "time-out-of-range", 0);
    }

    private PoisonKind timestamp(String name, String expected, long timestampMillis) {
        return ofBytes(topic, name, expected, time -> good(time).at(timestampMillis));
    }

    private Sent good(Instant time) {
        var event = topic.good(topic.entity(), time);
        return new Sent(PoisonTopic.key(event), topic.encode(event), time.toEpochMilli());
    }
}
