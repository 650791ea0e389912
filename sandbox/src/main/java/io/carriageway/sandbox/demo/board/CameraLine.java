package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.totals.MinuteRow;
import io.carriageway.sandbox.demo.totals.Score;

/**
 * One camera's newest minute and the truth about it.
 *
 * @param truth of the frames of that minute that have been compared so far
 */
public record CameraLine(MinuteRow row, Score truth) {

    /** Whether the truth speaks of all the frames of the row. */
    boolean compared() {
        return truth.frames() >= row.frames();
    }
}
