package io.carriageway.vision;

import java.util.ArrayDeque;
import java.util.Deque;

/** Time is up when the test says so. */
final class ManualAlarm implements Alarm {

    private final Deque<Runnable> set = new ArrayDeque<>();

    @Override
    public synchronized Runnable set(long delayMillis, Runnable action) {
        set.add(action);
        return () -> callOff(action);
    }

    private synchronized void callOff(Runnable action) {
        set.remove(action);
    }

    synchronized int pending() {
        return set.size();
    }

    void ring() {
        Runnable action;
        synchronized (this) {
            action = set.remove();
        }
        action.run();
    }

    @Override
    public void close() {}
}
