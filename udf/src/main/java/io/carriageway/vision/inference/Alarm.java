package io.carriageway.vision.inference;

/** Runs an action once after a delay, unless it is cancelled. It is a port, so that a test decides when time is up. */
public interface Alarm extends AutoCloseable {

    /** Runs the action after the delay; the returned Runnable cancels it. */
    Runnable set(long delayMillis, Runnable action);

    @Override
    void close();
}
