package io.carriageway.verify.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.CameraFrame;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.telemetry.Telemetry;
import io.carriageway.verify.topic.TopicCase;
import io.carriageway.verify.trial.TopicCases;
import io.carriageway.verify.weather.Weather;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** A topic to which bad records are sent, its owner job, and good events of any entity and time. */
final class PoisonTopic {

    private static final double LATITUDE = 52.5;
    private static final double LONGITUDE = 13.4;

    static final PoisonTopic CAMERA = of(CameraJob.JOB, CameraJob.TOPIC, PoisonTopic::frame);
    static final PoisonTopic VEHICLE_TELEMETRY = of(Telemetry.TOPIC);
    static final PoisonTopic WEATHER = of(Weather.TOPIC);
    static final PoisonTopic ACCIDENT = of(AccidentJob.JOB, AccidentJob.TOPIC, PoisonTopic::accident);

    private static final List<PoisonTopic> FIRST = List.of(CAMERA, VEHICLE_TELEMETRY, WEATHER, ACCIDENT);

    private static final List<PoisonTopic> ALL = Stream.concat(
                    FIRST.stream(),
                    TopicCases.ALL.stream()
                            .filter(topic -> FIRST.stream().noneMatch(first -> first.job == topic.job()))
                            .map(PoisonTopic::of))
            .toList();

    private record Form<E extends SpecificRecordBase>(Class<E> type, BiFunction<String, Instant, E> good) {

        byte[] encode(SpecificRecordBase event) {
            return new SingleObjectCodec<>(type).encode(type.cast(event));
        }
    }

    private final JobDefinition job;
    private final Form<?> form;

    private PoisonTopic(JobDefinition job, Form<?> form) {
        this.job = job;
        this.form = form;
    }

    private static <E extends SpecificRecordBase> PoisonTopic of(
            JobDefinition job, EventTopic<?, E> topic, BiFunction<String, Instant, E> good) {
        return new PoisonTopic(job, new Form<>(topic.record(), good));
    }

    /** The entity is the record's first field. */
    private static PoisonTopic of(TopicCase topic) {
        return ofCase(topic, topic.topic());
    }

    private static <E extends SpecificRecordBase> PoisonTopic ofCase(TopicCase topic, EventTopic<?, E> declared) {
        var good = topic.input().goodEvent(declared.record());
        return of(topic.job(), declared, (entity, time) -> {
            var event = topic.moved(good, time);
            event.put(0, entity);
            return event;
        });
    }

    static List<PoisonTopic> all() {
        return ALL;
    }

    private EventTopic<?, ?> declared() {
        return job.owned().orElseThrow();
    }

    String topic() {
        return declared().name();
    }

    /** Of its events. */
    Schema schema() {
        return SpecificData.get().getSchema(form.type());
    }

    /** The field that is the event's time. */
    String timeField() {
        return declared().dataset().timeColumn();
    }

    /** The field that the record's key must equal. */
    String idField() {
        return idField(schema());
    }

    private static String idField(Schema schema) {
        return schema.getName().equals("CameraFrame")
                ? "camera_id"
                : schema.getFields().get(0).name();
    }

    /** The entity of good events and of most bad ones. */
    String entity() {
        return this + "-1";
    }

    JobDefinition job() {
        return job;
    }

    /** A good event of that entity. It must be the only one of the entity at that time. */
    SpecificRecordBase good(String entity, Instant time) {
        return form.good().apply(entity, time);
    }

    byte[] encode(SpecificRecordBase event) {
        return form.encode(event);
    }

    /** The event's entity, which its record's key must be. */
    static byte[] key(SpecificRecordBase event) {
        return event.get(idField(event.getSchema())).toString().getBytes(UTF_8);
    }

    private static CameraFrame frame(String camera, Instant time) {
        return new CameraFrame(
                "frame-" + time.toEpochMilli(),
                camera,
                time,
                LATITUDE,
                LONGITUDE,
                ByteBuffer.wrap(PictureFiles.jpeg(64, 48)),
                null);
    }

    private static AccidentReport accident(String accident, Instant time) {
        return AccidentReport.newBuilder()
                .setAccidentId(accident)
                .setOccurredAt(time)
                .setReportedAt(time)
                .setLatitude(LATITUDE)
                .setLongitude(LONGITUDE)
                .setSeverity(AccidentSeverity.SLIGHT)
                .setKind(AccidentKind.COLLISION)
                .setStatus(AccidentStatus.ACTIVE)
                .build();
    }

    @Override
    public String toString() {
        return topic();
    }
}
