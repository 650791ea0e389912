package io.carriageway.verify.topic;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A defect of an event.
 *
 * @param reason for which the record must be rejected
 * @param spoilEvent changes the event
 * @param spoilValue changes the record's value
 */
public record Defect<E extends SpecificRecordBase>(
        String reason, Consumer<E> spoilEvent, UnaryOperator<byte[]> spoilValue) implements EventDefect<E> {

    /** One of the event's fields. */
    public static <E extends SpecificRecordBase> Defect<E> of(String reason, Consumer<E> spoilEvent) {
        return new Defect<>(reason, spoilEvent, UnaryOperator.identity());
    }

    /** The field has a value out of its range; the reason is named after the field. */
    public static <E extends SpecificRecordBase> Defect<E> outOfRange(String field, Object value) {
        return of(field.replace('_', '-') + "-out-of-range", event -> put(event, field, value));
    }

    /** The same if more of the event must be changed. */
    public Defect<E> and(Consumer<E> more) {
        return new Defect<>(reason, spoilEvent.andThen(more), spoilValue);
    }

    private static <E extends SpecificRecordBase> Defect<E> ofValue(String reason, UnaryOperator<byte[]> spoilValue) {
        return new Defect<>(reason, event -> {}, spoilValue);
    }

    /** The defects that events of every topic can have; the entity is the record's first field. */
    public static <E extends SpecificRecordBase> List<Defect<E>> ofEvery(EventTopic<?, E> topic) {
        var id = SpecificData.get().getSchema(topic.record()).getFields().get(0).name();
        var time = topic.dataset().timeColumn();
        return List.of(
                ofValue("empty-value", bytes -> null),
                ofValue("wrong-magic", bytes -> json("[]")),
                ofValue("field-missing", bytes -> json("{\"cod\":401}")),
                ofValue("field-invalid", bytes -> json("{\"" + time + "\":\"now\"}")),
                ofValue("unknown-schema", EventDefect::underUnknownSchema),
                ofValue("corrupt", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                of("id-invalid", event -> put(event, id, "")),
                of("time-out-of-range", event -> put(event, time, Instant.ofEpochMilli(Long.MAX_VALUE))),
                of("too-old", event -> put(event, time, secondsAsMillis((Instant) event.get(time)))),
                of("key-mismatch", event -> put(event, id, "another")),
                outOfRange("latitude", 91.0),
                outOfRange("longitude", Double.NaN),
                of("position-zero", event -> {
                    put(event, "latitude", 0.0);
                    put(event, "longitude", -0.0);
                }));
    }

    /** Leaves the event unchanged. */
    @Override
    public byte[] spoil(E event, SingleObjectCodec<E> codec) {
        var spoilt = SpecificData.get().deepCopy(event.getSchema(), event);
        spoilEvent.accept(spoilt);
        return spoilValue.apply(codec.encode(spoilt));
    }

    private static void put(SpecificRecordBase event, String field, Object value) {
        event.put(event.getSchema().getField(field).pos(), value);
    }

    private static Instant secondsAsMillis(Instant time) {
        return Instant.ofEpochMilli(time.getEpochSecond());
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
