package io.carriageway.vision.inference;

import java.util.concurrent.CompletableFuture;

/** A picture for a worker, and the number of the attempt. */
record InferenceTask(byte[] picture, int attempt, CompletableFuture<InferenceResult> result) {

    static InferenceTask first(byte[] picture) {
        return new InferenceTask(picture, 1, new CompletableFuture<>());
    }

    InferenceTask again() {
        return new InferenceTask(picture, attempt + 1, result);
    }
}
