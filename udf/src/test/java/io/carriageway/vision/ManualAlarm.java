package io.carriageway.vision;

import io.carriageway.vision.inference.Alarm;
import java.util.ArrayDeque;
import java.util.Deque;

/** An alarm that rings when the test says so. */
public final class ManualAlarm implements Alarm {

    private final Deque<Runnable> set = new ArrayDeque<>();

    @Override
    public synchronized Runnable set(long delayMillis, Runnable action) {
        set.add(action);
        return () -> callOff(action);
    }

    private synchronized void callOff(Runnable action) {
        set.remove(action);
    }

    public synchronized int pending() {
        return set.size();
    }

    public void ring() {
        Runnable action;
        synchronized (this) {
            action = set.remove();
        }
        action.run();
    }

    @Override
    public void close() {}
}
