package io.carriageway.sandbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Polls a condition of a running system until it holds, for at most a limit. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;

    private Eventually() {}

    /** Returns when {@code condition} holds; {@code what} completes the sentence of the failure. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        holds(what, LIMIT, condition);
    }

    /** The same for conditions that take long on a busy machine. */
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
