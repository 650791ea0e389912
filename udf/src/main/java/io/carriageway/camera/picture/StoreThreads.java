package io.carriageway.camera.picture;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that call a store, at once or after a pause; no thread is blocked during a pause. */
final class StoreThreads implements CallSchedule {

    private final ScheduledThreadPoolExecutor threads;

    StoreThreads(String name, int count) {
        threads = new ScheduledThreadPoolExecutor(
                count,
                task -> {
                    var thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                // nobody waits for a call that ends after close
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void after(Duration pause, Runnable call) {
        var unused = threads.schedule(call, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
