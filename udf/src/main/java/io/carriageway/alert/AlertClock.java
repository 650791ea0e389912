package io.carriageway.alert;

import io.carriageway.window.WindowRule;
import java.io.Serializable;

/**
 * Decides when windows are judged: early, as soon as they end, or when their rows are final.
 *
 * @param windows when the table emits its rows
 */
public record AlertClock(WindowRule windows, boolean early) implements Serializable {

    /** The timer at which all rows to be judged of the window that starts there have arrived. */
    long dueAt(long startMillis) {
        return early ? windows.firstRowAt(startMillis) : windows.finalRowAt(startMillis);
    }

    /** The end of the last window that is due at the timer. */
    long judgedUntil(long timer) {
        return timer - dueAt(0) + windows.size().toMillis();
    }
}
