package io.carriageway.verify.poison;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures the bytes that the threads of jobs have allocated: tasks, their readers, detectors and fetchers, without the
 * servers and senders in the same process. A thread that has ended is not counted.
 */
final class TaskAllocation {

    private static final Pattern NAMES =
            Pattern.compile("(.*\\(\\d+/\\d+\\)#\\d+|Source Data Fetcher.*|.*(inference-worker|picture).*)");

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<Long, Long> before = ofTasks();

    /** Bytes allocated since this object was created. */
    long bytes() {
        return ofTasks().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static Map<Long, Long> ofTasks() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread ->
                        thread != null && NAMES.matcher(thread.getThreadName()).matches())
                .collect(Collectors.toMap(
                        thread -> thread.getThreadId(),
                        thread -> Math.max(0, THREADS.getThreadAllocatedBytes(thread.getThreadId()))));
    }
}
