package io.carriageway.bench.replay;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures the CPU time of the sandbox. The time of a thread is only available while it lives, so the servers' threads
 * are polled.
 */
final class CpuMeter implements AutoCloseable {

    private static final double NANOS = 1e9;
    private static final long SAMPLE_MILLIS = 500;

    /** Thread names of the broker and the S3 server (Jetty); Kafka clients have other names. */
    private static final Pattern SERVERS = Pattern.compile(
            "(data-plane-kafka|kafka-(log|scheduler|\\d)|kraft|raft-|quorum-|broker-|controller-|group-|transaction-|Expiration|qtp|S3Proxy).*");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> serverNanosByThread = new HashMap<>();
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();

    static CpuMeter start() {
        var meter = new CpuMeter();
        var unused = meter.sampler.scheduleAtFixedRate(meter::serverNanos, 0, SAMPLE_MILLIS, TimeUnit.MILLISECONDS);
        return meter;
    }

    /** CPU time since the sandbox started. */
    CpuSeconds read() {
        double servers = serverNanos() / NANOS;
        return new CpuSeconds(system.getProcessCpuTime() / NANOS - servers, servers, childSeconds());
    }

    private synchronized long serverNanos() {
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && SERVERS.matcher(thread.getThreadName()).lookingAt()) {
                serverNanosByThread.merge(
                        thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()), Math::max);
            }
        }
        return serverNanosByThread.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The database is the only server with a process of its own. */
    private static double childSeconds() {
        return ProcessHandle.current()
                .children()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / NANOS)
                .sum();
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }
}
