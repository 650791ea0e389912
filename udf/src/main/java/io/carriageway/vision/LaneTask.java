package io.carriageway.vision;

import java.util.concurrent.CompletableFuture;

/** A picture on its way through the lanes, and the how manieth attempt at it this is. */
record LaneTask(byte[] picture, int attempt, CompletableFuture<LaneResult> result) {

    static LaneTask first(byte[] picture) {
        return new LaneTask(picture, 1, new CompletableFuture<>());
    }

    LaneTask again() {
        return new LaneTask(picture, attempt + 1, result);
    }
}
