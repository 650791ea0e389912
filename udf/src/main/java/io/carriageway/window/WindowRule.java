package io.carriageway.window;

import java.io.Serializable;
import java.time.Duration;

/**
 * Decides when tumbling windows of event time emit rows. Times are milliseconds since the epoch.
 *
 * @param size length of a window; windows start at {@code offset} after multiples of it
 * @param allowedLateness time after its end during which a window still takes elements; then it is final
 * @param updateInterval shortest time between two provisional rows of a window
 * @param openBefore windows that start before this time take elements until the input ends, and become final then
 */
public record WindowRule(
        Duration size, Duration offset, Duration allowedLateness, Duration updateInterval, long openBefore)
        implements Serializable {

    public WindowRule {
        if (offset.isNegative()) {
            throw new IllegalArgumentException("windows must not begin before the hour, but their offset is " + offset);
        }
        if (size.toMillis() <= 0 || allowedLateness.isNegative() || updateInterval.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "window size and update.interval must be positive and the allowed lateness not negative, but they are %s, %s and %s"
                            .formatted(size, updateInterval, allowedLateness));
        }
    }

    /**
     * Windows that start at multiples of their size. Each becomes final when the watermark has passed its allowed
     * lateness.
     */
    public WindowRule(Duration size, Duration allowedLateness, Duration updateInterval) {
        this(size, Duration.ZERO, allowedLateness, updateInterval, Long.MIN_VALUE);
    }

    /** The same rule for windows that start {@code other} after the multiples of their size. */
    public WindowRule startingPast(Duration other) {
        return new WindowRule(size, other, allowedLateness, updateInterval, openBefore);
    }

    /** The same rule, but windows that start before that time stay open until the input ends. */
    public WindowRule openBefore(long timeMillis) {
        return new WindowRule(size, offset, allowedLateness, updateInterval, timeMillis);
    }

    public long startOf(long timeMillis) {
        return timeMillis - Math.floorMod(timeMillis - offset.toMillis(), size.toMillis());
    }

    /** Timer for the first row of the window that starts there: its last millisecond. Later events may still arrive. */
    public long firstRowAt(long start) {
        return start + size.toMillis() - 1;
    }

    /** Timer at which the window becomes final. */
    public long finalRowAt(long start) {
        return start < openBefore ? Long.MAX_VALUE : firstRowAt(start) + allowedLateness.toMillis();
    }

    /** Whether the window may emit a provisional row at that timer. */
    public boolean isUpdate(long start, long timer) {
        long age = timer - firstRowAt(start);
        return age >= 0 && age % updateInterval.toMillis() == 0;
    }

    /**
     * The next timer after the watermark at which the window may emit a provisional row. Before the first watermark,
     * {@code watermark} is Long.MIN_VALUE, from which nothing can be subtracted.
     */
    public long nextUpdateAfter(long start, long watermark) {
        if (watermark < firstRowAt(start)) {
            return firstRowAt(start);
        }
        long age = watermark - firstRowAt(start);
        return firstRowAt(start) + (age / updateInterval.toMillis() + 1) * updateInterval.toMillis();
    }
}
