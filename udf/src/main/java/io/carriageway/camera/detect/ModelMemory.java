package io.carriageway.camera.detect;

import java.util.List;

/**
 * What a checkpoint holds of the models: which counts from when, and how far the counting had come.
 *
 * @param newestArrivalMillis the newest arrival time of an inspected frame, Long.MIN_VALUE before the first
 * @param newestCapturedMillis the newest captured_at of an inspected frame, Long.MIN_VALUE before the first
 */
public record ModelMemory(List<Turn> turns, long newestArrivalMillis, long newestCapturedMillis) {

    /** A model, the first millisecond that it counts, and the address that the option gave for it. */
    public record Turn(long fromMillis, String modelId, String location) {}
}
