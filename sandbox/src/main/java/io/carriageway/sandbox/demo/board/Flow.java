package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.sandbox.demo.totals.Topics;
import java.time.Duration;

/**
 * How far the frames are at one moment.
 *
 * @param lag between the arrival of the newest frame and that of the newest frame that was looked at
 */
public record Flow(long sent, long detected, long rejected, Duration lag) {

    public static Flow of(StoreTotals totals, Duration lag) {
        var camera = totals.topic(Topics.CAMERA);
        return new Flow(
                camera.records(),
                totals.outputs().get(Topics.DETECTION),
                camera.ledger().rejected(),
                lag);
    }

    /** Frames on their way. */
    long waiting() {
        return Math.max(0, sent - detected - rejected);
    }
}
