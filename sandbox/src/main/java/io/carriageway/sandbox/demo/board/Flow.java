package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.totals.StoreTotals;
import io.carriageway.sandbox.demo.totals.Topics;
import java.time.Duration;

/**
 * The progress of frames at one moment.
 *
 * @param lag between the arrivals of the newest frame and of the newest processed frame
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

    /** Frames that have arrived but are not processed. */
    long waiting() {
        return Math.max(0, sent - detected - rejected);
    }
}
