package io.carriageway.verify;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Measures the heap in use after full garbage collections, which it triggers at intervals. */
final class LiveHeap implements AutoCloseable {

    private static final long INTERVAL_SECONDS = 2;

    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    private final long before = bytes();
    private long most = before;

    static LiveHeap watch() {
        var heap = new LiveHeap();
        var unused =
                heap.sampler.scheduleWithFixedDelay(heap::sample, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
        return heap;
    }

    private synchronized void sample() {
        most = Math.max(most, bytes());
    }

    private static long bytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Greatest increase over the first measurement. */
    synchronized long addedMegabytes() {
        return (most - before) >> 20;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
