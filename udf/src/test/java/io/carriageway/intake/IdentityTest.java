package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.accident.AccidentRules;
import io.carriageway.camera.CameraRules;
import io.carriageway.camera.DetectionRules;
import io.carriageway.event.AccidentKind;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.AccidentSeverity;
import io.carriageway.event.AccidentStatus;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleClass;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.telemetry.TelemetryRules;
import io.carriageway.weather.WeatherRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

/** For each topic: different events that pass its rules have different identities, in MySQL too. */
class IdentityTest {

    private static final List<String> IDS = List.of(
            "a",
            "a b",
            "a ",
            " a",
            "a\u00a0",
            "a\u3000",
            "a\n",
            "\na",
            "a\nb",
            "b",
            "b\nb",
            "b\r",
            "a\t",
            "a\u0000",
            "a\u0085b",
            "a\u2028b",
            "a\u200b",
            "a\u202eb",
            "\ufeffa",
            "a\ufffd",
            "a\ud83d",
            "a\ud83e",
            "a?",
            "A",
            "\u00e4",
            "a\u0308",
            "\ud83d\ude97",
            "\u0645\u06cc\u200c\u062e",
            "1",
            "a\n1");

    /** The elements of {@link #IDS} that are not valid ids. */
    private static final Set<String> NO_IDS = Set.of(
            "a ",
            " a",
            "a\u00a0",
            "a\u3000",
            "a\n",
            "\na",
            "a\nb",
            "b\nb",
            "b\r",
            "a\t",
            "a\u0000",
            "a\u0085b",
            "a\u2028b",
            "a\u200b",
            "a\u202eb",
            "\ufeffa",
            "a\ufffd",
            "a\ud83d",
            "a\ud83e",
            "a\n1");

    private static final Instant NOON = Frames.NOON;
    private static final List<Instant> TIMES = List.of(Instant.EPOCH, Instant.ofEpochMilli(1), NOON);

    @Test
    void anIdWithABlankAtAnEndOrAControlCharacterIsRefused() {
        assertThat(IDS.stream().filter(id -> FieldRules.id("station_id", id, 64).isPresent()))
                .containsExactlyInAnyOrderElementsOf(NO_IDS);
    }

    @Test
    void frames() {
        var frames = IDS.stream().flatMap(a -> IDS.stream().map(b -> Frames.frame(a, b, NOON)));
        assertDistinct(new CameraRules(Set.of()), frames, frame -> List.of(frame.getCameraId(), frame.getFrameId()));
    }

    @Test
    void reportsOfVehicles() {
        assertDistinct(
                new TelemetryRules(),
                IDS.stream().flatMap(id -> TIMES.stream().map(time -> telemetry(id, time))),
                report -> List.of(report.getVehicleId(), report.getRecordedAt()));
    }

    @Test
    void observations() {
        assertDistinct(
                new WeatherRules(),
                IDS.stream().flatMap(id -> TIMES.stream().map(time -> observation(id, time))),
                each -> List.of(each.getStationId(), each.getObservedAt()));
    }

    @Test
    void reportsOfAccidents() {
        assertDistinct(
                new AccidentRules(Duration.ofHours(24)),
                IDS.stream().flatMap(id -> TIMES.stream()
                        .flatMap(time -> Stream.of(AccidentStatus.values()).map(status -> accident(id, status, time)))),
                each -> List.of(each.getAccidentId(), each.getStatus(), each.getReportedAt()));
    }

    @Test
    void detections() {
        assertDistinct(
                new DetectionRules(),
                IDS.stream().flatMap(id -> Stream.of(0, 1, 11)
                        .flatMap(partition -> Stream.of(0L, 1L, 11L).map(offset -> detections(id, partition, offset)))),
                each -> List.of(each.getSourcePartition(), each.getSourceOffset()));
    }

    /** The identity is compared as a hash of its bytes. MySQL compares ids without blanks at their ends. */
    private static <E extends SpecificRecordBase> void assertDistinct(
            TopicRules<E> rules, Stream<E> events, Function<E, List<?>> naturalKey) {
        var passed = events.filter(event -> rules.check(event).isEmpty()).toList();
        var keys = passed.stream().map(naturalKey).distinct().toList();
        assertThat(keys).hasSizeGreaterThan(1);
        assertThat(passed.stream()
                        .map(rules::identity)
                        .map(IdentityTest::inUtf8)
                        .distinct())
                .hasSameSizeAs(keys);
        assertThat(keys.stream()
                        .map(key -> key.stream()
                                .map(String::valueOf)
                                .map(IdentityTest::inMySql)
                                .toList())
                        .distinct())
                .hasSameSizeAs(keys);
    }

    private static String inUtf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String inMySql(String text) {
        return inUtf8(text).stripTrailing();
    }

    private static VehicleTelemetry telemetry(String id, Instant time) {
        return VehicleTelemetry.newBuilder()
                .setVehicleId(id)
                .setRecordedAt(time)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSpeedKmh(30.0)
                .setVehicleClass(VehicleClass.BUS)
                .build();
    }

    private static WeatherObservation observation(String id, Instant time) {
        return WeatherObservation.newBuilder()
                .setStationId(id)
                .setObservedAt(time)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(20.0)
                .setHumidityPct(50.0)
                .setCondition(WeatherCondition.CLEAR)
                .build();
    }

    private static AccidentReport accident(String id, AccidentStatus status, Instant time) {
        return AccidentReport.newBuilder()
                .setAccidentId(id)
                .setOccurredAt(time)
                .setReportedAt(time)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSeverity(AccidentSeverity.SLIGHT)
                .setKind(AccidentKind.COLLISION)
                .setStatus(status)
                .build();
    }

    private static FrameDetections detections(String id, int partition, long offset) {
        return FrameDetections.newBuilder()
                .setFrameId("f")
                .setCameraId(id)
                .setCapturedAt(NOON)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setSourcePartition(partition)
                .setSourceOffset(offset)
                .setSourceArrival(NOON)
                .setModelId("m")
                .setImageWidth(1)
                .setImageHeight(1)
                .setDetections(List.of())
                .build();
    }
}
