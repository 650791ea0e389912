package io.carriageway.vision.inference;

import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.PictureFault;

/** The result of one picture. All results are verdicts and not failures: the job continues. */
public sealed interface InferenceResult {

    record Seen(PictureDetections detections) implements InferenceResult {}

    /** The picture could not be examined, and another attempt would not change that. */
    sealed interface Refused extends InferenceResult {}

    record Unreadable(PictureFault fault, String detail) implements Refused {}

    /** The model's run succeeded, but its numbers cannot be an answer. */
    record InvalidAnswer(String detail) implements Refused {}

    /** The picture exceeded the time limit on {@code attempts} workers. */
    record Poison(int attempts) implements Refused {}
}
