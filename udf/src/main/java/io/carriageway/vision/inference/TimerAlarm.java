package io.carriageway.vision.inference;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs alarms by the clock, on one daemon thread. */
final class TimerAlarm implements Alarm {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, action -> {
        var thread = new Thread(action, "detection-alarm");
        thread.setDaemon(true);
        return thread;
    });

    TimerAlarm() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable set(long delayMillis, Runnable action) {
        Future<?> ringing = timer.schedule(action, delayMillis, TimeUnit.MILLISECONDS);
        return () -> ringing.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
