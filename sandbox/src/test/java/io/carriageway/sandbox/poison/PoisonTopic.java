package io.carriageway.sandbox.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.sandbox.oracle.JobRun.Attach;
import io.carriageway.schemas.SingleObjectCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The topics that bad records are sent to, each with its owner job and a good event of any entity and time. */
enum PoisonTopic {
    CAMERA("camera", CameraJob::attach, new Form<>(CameraFrame.class, PoisonTopic::frame)),
    VEHICLE_TELEMETRY(
            "vehicle-telemetry", TelemetryJob::attach, new Form<>(VehicleTelemetry.class, PoisonTopic::report)),
    WEATHER("weather", WeatherJob::attach, new Form<>(WeatherObservation.class, PoisonTopic::observation)),
    ACCIDENT("accident", AccidentJob::attach, new Form<>(AccidentReport.class, PoisonTopic::accident));

    private static final double LATITUDE = 52.5;
    private static final double LONGITUDE = 13.4;

    private record Form<E extends SpecificRecordBase>(Class<E> type, BiFunction<String, Instant, E> good) {

        byte[] encode(SpecificRecordBase event) {
            return new SingleObjectCodec<>(type).encode(type.cast(event));
        }
    }

    private final String topic;
    private final Attach job;
    private final Form<?> form;

    PoisonTopic(String topic, Attach job, Form<?> form) {
        this.topic = topic;
        this.job = job;
        this.form = form;
    }

    String topic() {
        return topic;
    }

    /** Of its events. */
    Schema schema() {
        return SpecificData.get().getSchema(form.type());
    }

    /** Whom good events and most bad ones are of. */
    String entity() {
        return this + "-1";
    }

    Attach job() {
        return job;
    }

    /** A good event of that entity, which may not have been given another at that time. */
    SpecificRecordBase good(String entity, Instant time) {
        return form.good().apply(entity, time);
    }

    byte[] encode(SpecificRecordBase event) {
        return form.encode(event);
    }

    /** The event's entity, which its record's key must be. */
    static byte[] key(SpecificRecordBase event) {
        var field = event instanceof CameraFrame
                ? "camera_id"
                : event.getSchema().getFields().get(0).name();
        return event.get(field).toString().getBytes(UTF_8);
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

    private static VehicleTelemetry report(String vehicle, Instant time) {
        return VehicleTelemetry.newBuilder()
                .setVehicleId(vehicle)
                .setRecordedAt(time)
                .setLatitude(LATITUDE)
                .setLongitude(LONGITUDE)
                .setSpeedKmh(30.0)
                .setVehicleClass(VehicleClass.CAR)
                .build();
    }

    private static WeatherObservation observation(String station, Instant time) {
        return WeatherObservation.newBuilder()
                .setStationId(station)
                .setObservedAt(time)
                .setLatitude(LATITUDE)
                .setLongitude(LONGITUDE)
                .setTemperatureC(12.5)
                .setHumidityPct(60.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
