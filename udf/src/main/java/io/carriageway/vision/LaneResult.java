package io.carriageway.vision;

/** What became of one picture in the lanes. Each is a verdict, not a failure: the job goes on. */
public sealed interface LaneResult {

    record Seen(PictureDetections detections) implements LaneResult {}

    record Unreadable(PictureFault fault, String detail) implements LaneResult {}

    /** The model's run succeeded, but its numbers cannot be an answer. */
    record InvalidAnswer(String detail) implements LaneResult {}

    /** The picture kept a detector busy beyond the time limit, on so many lanes of its own. */
    record Poison(int attempts) implements LaneResult {}
}
