package io.carriageway.verify.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.city.City;
import io.carriageway.city.CityConfig;
import io.carriageway.event.CameraFrame;
import io.carriageway.event.DeadLetter;
import io.carriageway.event.FrameDetections;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic.Sent;
import io.carriageway.verify.topic.TopicOracle;
import io.carriageway.verify.topic.TopicRun;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests half an hour in which a camera's clock is an hour ahead, one partition is silent, and one is ten minutes or
 * more behind the others, so that only partition.lag keeps its windows open. Windows must still close, and the numbers
 * of other cameras must not change.
 */
@ExtendWith(SandboxExtension.class)
class DevicesWithFaultsIT {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));
    private static final int PARTITIONS = 3;
    private static final int FRAMES_A_MINUTE = 6;
    private static final String HEALTHY = idIn(0, "healthy");
    private static final String AHEAD = idIn(0, "ahead");
    private static final String BEHIND = idIn(1, "behind");

    private final SingleObjectCodec<CameraFrame> codec = new SingleObjectCodec<>(CameraFrame.class);
    private final ByteBuffer picture =
            City.of(CityConfig.defaults()).frame(0).frame().getImage();

    @Test
    void windowsCloseAndTheRestOfTheCityIsUnaffected(Sandbox sandbox) throws Exception {
        var run =
                new TopicRun(sandbox, Camera.TOPIC, "troubled_devices", PARTITIONS).with("partition.idle-after", "1 s");
        var camera = run.topic(run.inputTopic());
        camera.sendAll(frames(0, 20, BEHIND));
        camera.sendAll(frames(0, 32, HEALTHY, AHEAD));

        var job = run.start(2);
        Eventually.holds(
                "the watermark advances without the partitions that are silent or behind",
                () -> run.number("SELECT COUNT(*) FROM camera_traffic_1m WHERE camera_id = '" + HEALTHY
                                + "' AND window_start = '2026-03-02 12:30'")
                        == 1);
        camera.sendAll(frames(20, 30, BEHIND));
        Eventually.holds("the partition that was behind has caught up", () -> sawItsLastFrame(run));
        camera.sendAll(List.of(end(HEALTHY), end(BEHIND)));
        Eventually.holds(
                "every minute is final while the job still runs",
                () -> run.number("SELECT COALESCE(SUM(complete), 0) FROM camera_traffic_1m") == 62);
        assertThat(run.query("SELECT camera_id, COUNT(*), MIN(frames), MAX(frames) FROM camera_traffic_1m"
                        + " GROUP BY camera_id ORDER BY camera_id DESC"))
                .containsExactly(List.of(HEALTHY, "32", "6", "6"), List.of(BEHIND, "30", "6", "6"));
        run.drain(job);
        assertThat(run.lateRecordsDropped(job)).isZero();

        assertThat(run.deadLetters().stream()
                        .filter(letter -> letter.getReason().equals("future"))
                        .map(DeadLetter::getOffset)
                        .distinct())
                .as("frames of a wrong clock are rejected, each with its reason")
                .hasSize(32 * FRAMES_A_MINUTE);
        assertThat(run.query("SELECT SUM(received), SUM(accepted), SUM(duplicate), SUM(late), SUM(rejected),"
                        + " MIN(complete) FROM event_ledger_1m"))
                .as("the ledger contains them, and the two records at the end")
                .containsExactly(List.of("566", "372", "0", "0", "194", "1"));
        try (var oracle = TopicOracle.of(run)) {
            oracle.agreesWithEverything();
        }
    }

    private static boolean sawItsLastFrame(TopicRun run) {
        return Camera.detections(run).stream()
                .map(FrameDetections::getFrameId)
                .anyMatch((BEHIND + "-" + (30 * FRAMES_A_MINUTE - 1))::equals);
    }

    /** The frames of those minutes, in the order of their arrival, a second after they were taken. */
    private List<Sent> frames(int fromMinute, int toMinute, String... cameras) {
        var frames = new ArrayList<Sent>();
        for (int i = fromMinute * FRAMES_A_MINUTE; i < toMinute * FRAMES_A_MINUTE; i++) {
            for (var camera : cameras) {
                var at = START.plusSeconds(i * (60L / FRAMES_A_MINUTE));
                var clock = camera.equals(AHEAD) ? at.plus(Duration.ofHours(1)) : at;
                var frame = new CameraFrame(camera + "-" + i, camera, clock, 52.5, 13.4, picture, null);
                frames.add(new Sent(bytes(camera), codec.encode(frame), at.toEpochMilli() + 1_000));
            }
        }
        return frames;
    }

    /** A bad record that arrives much later. */
    private static Sent end(String camera) {
        return new Sent(bytes(camera), new byte[0], END.toEpochMilli(), "empty-value");
    }

    private static byte[] bytes(String camera) {
        return camera.getBytes(StandardCharsets.UTF_8);
    }

    /** An id that Kafka puts into that partition. */
    private static String idIn(int partition, String name) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> name + "-" + i)
                .filter(id -> BuiltInPartitioner.partitionForKey(bytes(id), PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }
}
