package io.carriageway.verify.parity;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.CameraFrame;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicCase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;

/** Events of a topic without faults: copies of good events of the hour at another time, each from another sender. */
record QuietEvents<E extends SpecificRecordBase>(
        Class<E> type, Function<E, String> key, BiFunction<E, Instant, E> moved) {

    /** As many as reach both partitions. */
    private static final int SENDERS = 8;

    static final QuietEvents<CameraFrame> CAMERA = new QuietEvents<>(
            CameraFrame.class, CameraFrame::getCameraId, (frame, time) -> CameraFrame.newBuilder(frame)
                    .setFrameId(frame.getCameraId() + "-" + time)
                    .setCapturedAt(time)
                    .build());
    static final QuietEvents<AccidentReport> ACCIDENT = new QuietEvents<>(
            AccidentReport.class, AccidentReport::getAccidentId, (report, time) -> AccidentReport.newBuilder(report)
                    .setAccidentId(report.getAccidentId() + "-" + time.toEpochMilli())
                    .setOccurredAt(time)
                    .setReportedAt(time)
                    .build());

    /** Events of a topic by its test case; the entity is the record's first field. */
    static QuietEvents<?> of(TopicCase topic) {
        return of(topic, topic.topic().record());
    }

    private static <E extends SpecificRecordBase> QuietEvents<E> of(TopicCase topic, Class<E> record) {
        return new QuietEvents<>(record, event -> event.get(0).toString(), topic::moved);
    }

    /** The events of one topic, all at that time. */
    List<Sent> at(Instant time, List<Sent> hour) {
        var codec = new SingleObjectCodec<>(type);
        var senders = new HashSet<String>();
        var events = new ArrayList<Sent>();
        for (var record : hour) {
            if (senders.size() < SENDERS
                    && record.defect() == null
                    && codec.decode(record.value()) instanceof Decoded.Value<E> good
                    && senders.add(key.apply(good.value()))) {
                var event = moved.apply(good.value(), time);
                var name = key.apply(event).getBytes(StandardCharsets.UTF_8);
                events.add(new Sent(name, codec.encode(event), time.toEpochMilli()));
            }
        }
        return events;
    }
}
