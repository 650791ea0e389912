package io.carriageway.sandbox;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;

/** Keeps every job's counters named {@code stranded}, also when the operators that counted are gone. */
final class StrandedEvents implements MetricReporter {

    private static final String NAME = "stranded";

    private final Map<String, Queue<Counter>> countersByJob = new ConcurrentHashMap<>();

    /** The sum over all operators and attempts of a job. A job that counts none of them is an error, not 0. */
    long of(JobID job) {
        var counters = countersByJob.get(job.toString());
        if (counters == null) {
            throw new IllegalStateException("no operator of job " + job + " counts events as " + NAME);
        }
        return counters.stream().mapToLong(Counter::getCount).sum();
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter && name.equals(NAME)) {
            countersByJob
                    .computeIfAbsent(
                            group.getAllVariables().get(ScopeFormat.SCOPE_JOB_ID), job -> new ConcurrentLinkedQueue<>())
                    .add(counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}
}
