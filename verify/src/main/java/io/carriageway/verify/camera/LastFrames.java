package io.carriageway.verify.camera;

import io.carriageway.city.City;
import io.carriageway.event.FrameDetections;
import io.carriageway.sandbox.Eventually;
import io.carriageway.verify.topic.InputEnd;
import io.carriageway.verify.topic.TopicRun;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The end of {@link CityWithFaults}: a last good frame of every camera. */
record LastFrames() implements InputEnd {

    /** The frame that shows that the input continues. */
    static final String MUCH_LATER = "much-later";

    private static final long ANY_SEED = 1;

    /** Returns when the job has seen every camera's last frame, and so has read every record of the topic. */
    @Override
    public void await(TopicRun run) throws Exception {
        Eventually.holds(
                "the last frame of every camera was seen",
                () -> seen(run)
                                .filter(id -> id.endsWith(CityWithFaults.LAST))
                                .distinct()
                                .count()
                        == CityWithFaults.CAMERAS);
    }

    /** A good frame, because bounded runs read detections. */
    @Override
    public void goOn(TopicRun run, Instant arrival) throws Exception {
        var options = CityWithFaults.options(ANY_SEED, Duration.ofSeconds(1));
        var frame = City.of(options).frame(CityWithFaults.CAMERAS - 1L).frame();
        frame.setFrameId(MUCH_LATER);
        frame.setCapturedAt(arrival);
        Camera.send(run, frame, arrival.toEpochMilli());
        Eventually.holds("input has gone on", () -> seen(run).anyMatch(MUCH_LATER::equals));
    }

    private static Stream<String> seen(TopicRun run) {
        return Camera.detections(run).stream().map(FrameDetections::getFrameId);
    }
}
