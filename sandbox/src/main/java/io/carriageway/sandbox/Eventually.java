package io.carriageway.sandbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Waits for what a running system will reach at a time of its own: as short as it takes, and no longer than a limit.
 */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private Eventually() {}

    /** Returns when {@code condition} holds; {@code what} completes the sentence of the failure. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        holds(what, LIMIT, condition);
    }

    /** The same of something that takes long on a busy machine. */
    public static void holds(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
