package io.carriageway.schemas;

import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.Alert;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.DeadLetter;
import io.carriageway.event.Detection;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.RandomData;

/** One record of each contract type, with every branch of a union that matters on the wire. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");

    private static final Path CONTRACT = Path.of("src/main/avro");
    private static final long SEED = 7;

    private Samples() {}

    static List<SpecificRecordBase> all() {
        var written = List.of(frame(), telemetry(), weather(), accident(), detections(), deadLetter(), alert());
        var names = written.stream().map(sample -> sample.getSchema().getName()).toList();
        return Stream.concat(
                        written.stream(),
                        contract()
                                .filter(schema -> !names.contains(schema.getName()))
                                .map(Samples::drawn))
                .toList();
    }

    /** The records of the contract. */
    static Stream<Schema> contract() {
        try (var files = Files.list(CONTRACT)) {
            return files.filter(Files::isRegularFile).sorted().map(Samples::parsed).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parsed(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record of a type of which none is written here, drawn by lot and always the same. */
    private static SpecificRecordBase drawn(Schema schema) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema)
                    .write(new RandomData(schema, 1, SEED).iterator().next(), encoder);
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return new SpecificDatumReader<SpecificRecordBase>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CameraFrame frame() {
        return new CameraFrame(
                "cam-01-000001", "cam-01", NOON, 52.5, 13.4, ByteBuffer.wrap(new byte[] {1, 2, 3}), null);
    }

    static VehicleTelemetry telemetry() {
        return new VehicleTelemetry(
                "v-1", NOON, 52.5, 13.4, 48.5, 271.0, VehicleClass.BUS, "diesel", null, "Citaro", 2019);
    }

    static WeatherObservation weather() {
        return new WeatherObservation(
                "st-1", NOON, 52.5, 13.4, -3.5, 81.0, 1013.2, 4.1, null, 0.0, null, WeatherCondition.SNOW, "snow", 42);
    }

    static AccidentReport accident() {
        return AccidentReport.newBuilder()
                .setAccidentId("a-1")
                .setOccurredAt(NOON)
                .setReportedAt(NOON.plusSeconds(90))
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSeverity(AccidentSeverity.SERIOUS)
                .setKind(AccidentKind.COLLISION)
                .setStatus(AccidentStatus.ACTIVE)
                .setVehicles(2)
                .setCasualties(1)
                .build();
    }

    static FrameDetections detections() {
        var car = new Detection("car", 0.9134, 10.5f, 20f, 110.25f, 80f);
        return new FrameDetections(
                "cam-01-000001",
                "cam-01",
                NOON,
                52.5,
                13.4,
                1,
                42L,
                NOON.plusMillis(300),
                "m@0123",
                640,
                480,
                List.of(car));
    }

    static DeadLetter deadLetter() {
        return new DeadLetter("weather", 0, 7L, NOON, "wrong-magic", "0x00", ByteBuffer.wrap(new byte[] {0}), "ab", 1);
    }

    static Alert alert() {
        return new Alert(
                "0123456789abcdef",
                "threshold",
                "crowded",
                2,
                "camera_traffic_1m",
                "vehicles_per_frame",
                "cam-01",
                NOON,
                NOON.plusSeconds(300),
                51_250L,
                50_000L,
                true);
    }
}
