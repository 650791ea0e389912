package io.carriageway.camera.detect;

import java.util.List;

/**
 * The models in a checkpoint: which one counts from when, and how far counting has come.
 *
 * @param newestArrivalMillis newest arrival time of an inspected frame, Long.MIN_VALUE before the first
 * @param newestCapturedMillis newest captured_at of an inspected frame, Long.MIN_VALUE before the first
 */
public record ModelMemory(List<Turn> turns, long newestArrivalMillis, long newestCapturedMillis) {

    /** A model, the first millisecond of captured_at for which it counts, and its address in the option. */
    public record Turn(long fromMillis, String modelId, String location) {}
}
