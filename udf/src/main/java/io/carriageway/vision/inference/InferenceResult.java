package io.carriageway.vision.inference;

import io.carriageway.vision.PictureDetections;
import io.carriageway.vision.PictureFault;

/** What became of one picture in the workers. Each is a verdict, not a failure: the job goes on. */
public sealed interface InferenceResult {

    record Seen(PictureDetections detections) implements InferenceResult {}

    /** No look was had at the picture, and trying again would not change that. */
    sealed interface Refused extends InferenceResult {}

    record Unreadable(PictureFault fault, String detail) implements Refused {}

    /** The model's run succeeded, but its numbers cannot be an answer. */
    record InvalidAnswer(String detail) implements Refused {}

    /** The picture kept a detector busy beyond the time limit, on so many workers of its own. */
    record Poison(int attempts) implements Refused {}
}
