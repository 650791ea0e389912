package io.carriageway.sandbox.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.event.CameraFrame;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.oracle.Replays;
import io.carriageway.sandbox.oracle.Replays.Case;
import io.carriageway.sandbox.oracle.Topic.Sent;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten city minutes with every trouble in them, seen live and counted again from what was seen. */
@ExtendWith(SandboxExtension.class)
class CameraReplayIT {

    private static final long SEED = 12;
    private static final String MUCH_LATER = "much-later";

    @Test
    void everyBoundedRunGivesTheCountsOfTheLiveRun(Sandbox sandbox) throws Exception {
        var live = new CameraRun(sandbox, "camera_live", 2).cameras(CityWithFaults.carriagewayPolygons(SEED));
        var records = CityWithFaults.records(SEED, Duration.ofSeconds(3));
        live.topic(live.cameraTopic()).sendAll(records);
        var job = live.start(2, new BoxesFromBytes());
        CityWithFaults.awaitEnd(live);
        // not before: read first, it would put all that is in the other partition behind it by more than partition.lag
        sendMuchLater(live, records.get(records.size() - 1));
        Eventually.holds("input has gone on", () -> live.detections().stream()
                .anyMatch(frame -> frame.getFrameId().equals(MUCH_LATER)));
        live.drain(job);

        var replays = new Replays(live, Map.of("camera_traffic_1m", "window_start"));
        for (var each : cases(records)) {
            var replay = replay(sandbox, live, each);
            var replayed = replay.start(each.parallelism());
            replay.awaitEnd(replayed);
            assertThat(replay.lateRecordsDropped(replayed)).isZero();
            replays.agree(replay, each);
            assertThat(replay.deadLetters()).isEmpty();
            assertThat(replay.detections()).isEmpty();
            assertThat(replay.number("SELECT COUNT(*) FROM event_ledger_1m")).isZero();
        }
    }

    private static List<Case> cases(List<Sent> records) {
        var start = Instant.ofEpochMilli(records.get(0).timestampMillis() / 60_000 * 60_000);
        var beforeAll = start.minus(Duration.ofMinutes(10)).toString();
        var afterAll = start.plus(Duration.ofMinutes(40)).toString();
        var third = start.plus(Duration.ofMinutes(3)).toString();
        var sixth = start.plus(Duration.ofMinutes(6)).toString();
        return List.of(
                new Case("all_streaming_1", "streaming", 1, beforeAll, afterAll),
                new Case("all_batch_2", "batch", 2, beforeAll, afterAll),
                new Case("some_streaming_3", "streaming", 3, third, sixth),
                new Case("some_batch_1", "batch", 1, third, sixth));
    }

    /** A good frame, long after all others. */
    private static void sendMuchLater(CameraRun run, Sent last) {
        var codec = new SingleObjectCodec<>(CameraFrame.class);
        var frame = ((Decoded.Value<CameraFrame>) codec.decode(last.value())).value();
        long arrival = last.timestampMillis() + Duration.ofHours(3).toMillis();
        frame.setFrameId(MUCH_LATER);
        frame.setCapturedAt(Instant.ofEpochMilli(arrival));
        run.send(frame, arrival);
    }

    private static CameraRun replay(Sandbox sandbox, CameraRun live, Case replayed) throws Exception {
        var run = new CameraRun(sandbox, "camera_" + replayed.name(), 1)
                .cameras(CityWithFaults.carriagewayPolygons(SEED))
                .with("topic.detection", live.detectionTopic());
        replayed.options().forEach(option -> run.with(option.get(0), option.get(1)));
        return run;
    }
}
