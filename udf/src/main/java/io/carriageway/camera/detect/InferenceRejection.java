package io.carriageway.camera.detect;

import io.carriageway.intake.Rejection;
import io.carriageway.vision.inference.InferenceResult.InvalidAnswer;
import io.carriageway.vision.inference.InferenceResult.Poison;
import io.carriageway.vision.inference.InferenceResult.Refused;
import io.carriageway.vision.inference.InferenceResult.Unreadable;
import java.time.Duration;

/** The rejection of a frame whose picture the model could not examine. */
final class InferenceRejection {

    private InferenceRejection() {}

    /** @param timeout time limit of each worker */
    static Rejection of(Refused result, Duration timeout) {
        if (result instanceof Unreadable unreadable) {
            return new Rejection(unreadable.fault().text(), unreadable.detail());
        }
        if (result instanceof InvalidAnswer invalid) {
            return new Rejection("model-answer-invalid", invalid.detail());
        }
        var detail = "detection took longer than %s on each of %d fresh workers"
                .formatted(timeout, ((Poison) result).attempts());
        return new Rejection("inference-hangs", detail);
    }
}
