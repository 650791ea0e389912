package io.carriageway.sandbox;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.MetricNames;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;

/** Tracks the watermark of every running operator. */
final class JobWatermarks implements MetricReporter {

    private record Key(String job, String operator) {}

    private final Map<Key, Queue<Gauge<?>>> watermarks = new ConcurrentHashMap<>();

    /**
     * The watermark that the slowest subtask of an operator sent, in milliseconds; {@code Long.MIN_VALUE} before any.
     */
    long of(JobID job, String operator) {
        return watermarks.getOrDefault(new Key(job.toString(), operator), new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(gauge -> (Long) gauge.getValue())
                .min()
                .orElse(Long.MIN_VALUE);
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Gauge<?> gauge && MetricNames.IO_CURRENT_OUTPUT_WATERMARK.equals(name)) {
            watermarks
                    .computeIfAbsent(key(group), any -> new ConcurrentLinkedQueue<>())
                    .add(gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        if (MetricNames.IO_CURRENT_OUTPUT_WATERMARK.equals(name)) {
            watermarks.getOrDefault(key(group), new ConcurrentLinkedQueue<>()).remove(metric);
        }
    }

    private static Key key(MetricGroup group) {
        var scope = group.getAllVariables();
        return new Key(scope.get(ScopeFormat.SCOPE_JOB_ID), scope.getOrDefault(ScopeFormat.SCOPE_OPERATOR_NAME, ""));
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}
}
