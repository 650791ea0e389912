package io.carriageway.vision.inference;

/** Rings once after a while unless it is called off. A port, so that a test decides when time is up. */
public interface Alarm extends AutoCloseable {

    /** Runs the action after the delay; the answer calls it off. */
    Runnable set(long delayMillis, Runnable action);

    @Override
    void close();
}
