package io.carriageway.intake;

import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.EventDecoder;
import io.carriageway.schemas.WriterSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.TimeUtils;

/**
 * Decodes, normalises and validates a record, then decides whether it is late, a duplicate or accepted, in that order.
 * An event that is too old is rejected before it could count as late. Late comes before duplicate, so an identity must
 * be remembered for lateness.limit + skew.limit, and for the disorder within a partition. Only accepted events and
 * duplicates move the clock of the dedup state, because their arrival is near their event time. Otherwise a single
 * wrong Kafka timestamp would make the partition forget everything.
 */
public final class RecordClassifier<E extends SpecificRecordBase> {

    /** Times in seconds that are read as milliseconds are below this until the year 2128. */
    private static final long LATEST_OF_SECONDS = 5_000_000_000L;

    /** Bytes of a key that a detail shows: enough to identify the sender. */
    private static final int SHOWN_KEY_BYTES = 200;

    private final TopicRules<E> rules;
    private final LatenessConfig limits;
    private final EventDecoder<E> decoder;

    /** @param schemas the registry for records in Confluent's frame; null if there is none */
    public RecordClassifier(TopicRules<E> rules, LatenessConfig limits, WriterSchemas schemas) {
        this.rules = rules;
        this.limits = limits;
        this.decoder = new EventDecoder<>(rules.recordClass(), schemas);
    }

    /**
     * Classifies the next record of a partition, given the dedup state of that partition. Waits while the schema
     * registry is needed and unavailable.
     */
    public Verdict<E> classify(RawRecord record, DedupState dedupState) throws InterruptedException {
        if (record.origin().isUnknown()) {
            return new Verdict.Refused<>(new Rejection(
                    "time-out-of-range", "the record's Kafka timestamp is missing or not within 1970 to 9999"));
        }
        var decoded = decoder.decode(record.value());
        if (decoded instanceof Decoded.Undecodable<E> undecodable) {
            return new Verdict.Refused<>(new Rejection(reasonOf(undecodable.fault()), undecodable.detail()));
        }
        var event = rules.normalised(((Decoded.Value<E>) decoded).value());
        return classify(event, record.key(), record.origin().timeMillis(), dedupState);
    }

    private Verdict<E> classify(E event, byte[] key, long arrivalMillis, DedupState dedupState) {
        var wrong = rules.check(event).or(() -> keyMismatch(event, key));
        if (wrong.isPresent()) {
            return new Verdict.Refused<>(wrong.get());
        }
        long knownMillis = rules.knownAt(event).toEpochMilli();
        var time = knownMillis == rules.eventTime(event).toEpochMilli() ? "event time" : "end of the event's period";
        var wrongTime =
                tooOld(time, knownMillis, arrivalMillis).or(() -> fromTheFuture(time, knownMillis, arrivalMillis));
        if (wrongTime.isPresent()) {
            return new Verdict.Refused<>(wrongTime.get());
        }
        if (limits.isLate(knownMillis, arrivalMillis)) {
            return new Verdict.Late<>(event);
        }
        dedupState.advanceTo(arrivalMillis);
        return dedupState.add(rules.identity(event), knownMillis)
                ? new Verdict.Accepted<>(event)
                : new Verdict.Duplicate<>();
    }

    private Optional<Rejection> keyMismatch(E event, byte[] key) {
        var entity = rules.entityId(event);
        if (key != null && Arrays.equals(key, entity.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                "key-mismatch", "the record's key is %s, the event's is '%s'".formatted(shown(key), entity)));
    }

    private static String shown(byte[] key) {
        if (key == null) {
            return "null";
        }
        return key.length <= SHOWN_KEY_BYTES
                ? "'" + new String(key, StandardCharsets.UTF_8) + "'"
                : "'%s...' of %d bytes"
                        .formatted(new String(key, 0, SHOWN_KEY_BYTES, StandardCharsets.UTF_8), key.length);
    }

    private Optional<Rejection> tooOld(String time, long eventMillis, long arrivalMillis) {
        return limits.isTooOld(eventMillis, arrivalMillis)
                ? Optional.of(new Rejection(
                        "too-old",
                        "%s %s is more than %s before arrival at %s%s"
                                .formatted(
                                        time,
                                        Instant.ofEpochMilli(eventMillis),
                                        TimeUtils.formatWithHighestUnit(limits.age()),
                                        Instant.ofEpochMilli(arrivalMillis),
                                        eventMillis < LATEST_OF_SECONDS
                                                ? "; was it sent in seconds? It is read as milliseconds"
                                                : "")))
                : Optional.empty();
    }

    private Optional<Rejection> fromTheFuture(String time, long eventMillis, long arrivalMillis) {
        return limits.isFuture(eventMillis, arrivalMillis)
                ? Optional.of(new Rejection(
                        "future",
                        "%s %s is more than %s after arrival at %s"
                                .formatted(
                                        time,
                                        Instant.ofEpochMilli(eventMillis),
                                        limits.skew(),
                                        Instant.ofEpochMilli(arrivalMillis))))
                : Optional.empty();
    }

    private static String reasonOf(Decoded.Fault fault) {
        return fault == Decoded.Fault.EMPTY
                ? "empty-value"
                : fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
