package io.carriageway.alert;

import io.carriageway.window.WindowRule;
import java.io.Serializable;

/**
 * When windows are judged: early, as soon as they end, or when their rows are final.
 *
 * @param windows when the rows of the table come out
 */
public record AlertClock(WindowRule windows, boolean early) implements Serializable {

    /** The timer at which every row to be judged of the window that starts there has come. */
    long dueAt(long startMillis) {
        return early ? windows.firstRowAt(startMillis) : windows.finalRowAt(startMillis);
    }

    /** The end of the last window that is due at the timer. */
    long judgedUntil(long timer) {
        return timer - dueAt(0) + windows.size().toMillis();
    }
}
