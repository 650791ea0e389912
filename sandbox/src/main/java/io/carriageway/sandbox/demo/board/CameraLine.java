package io.carriageway.sandbox.demo.board;

import io.carriageway.sandbox.demo.totals.MinuteRow;
import io.carriageway.sandbox.demo.totals.Score;

/**
 * One camera's newest minute and the truth about it.
 *
 * @param truth about the frames of that minute that have been compared so far
 */
public record CameraLine(MinuteRow row, Score truth) {

    /** Whether the truth covers all frames of the row. */
    boolean compared() {
        return truth.frames() >= row.frames();
    }
}
