package io.carriageway.sandbox;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;

/** Keeps some counters of every job, even after its operators have ended. */
final class JobCounters implements MetricReporter {

    /** The counters to keep: those of one name, of the operators whose names match. */
    enum Kept {
        /** Events whose window was already final. */
        LATE_RECORDS_DROPPED("numLateRecordsDropped", ".*"),
        /** Verdicts, each of which the ledger counts. */
        VERDICTS("numRecordsIn", "pre-aggregate-[a-z]+-ledger");

        private final String counter;
        private final Pattern operator;

        Kept(String counter, String operator) {
            this.counter = counter;
            this.operator = Pattern.compile(operator);
        }

        private boolean is(String name, Map<String, String> scope) {
            return counter.equals(name)
                    && operator.matcher(scope.getOrDefault(ScopeFormat.SCOPE_OPERATOR_NAME, ""))
                            .matches();
        }
    }

    private record Key(String job, Kept kept) {}

    private final Map<Key, Queue<Counter>> counters = new ConcurrentHashMap<>();

    /** The sum over all operators and attempts of a job; empty if none of them has such a counter yet. */
    OptionalLong of(JobID job, Kept kept) {
        var found = counters.get(new Key(job.toString(), kept));
        return found == null
                ? OptionalLong.empty()
                : OptionalLong.of(found.stream().mapToLong(Counter::getCount).sum());
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (metric instanceof Counter counter) {
            var scope = group.getAllVariables();
            for (var kept : Kept.values()) {
                if (kept.is(name, scope)) {
                    var key = new Key(scope.get(ScopeFormat.SCOPE_JOB_ID), kept);
                    counters.computeIfAbsent(key, any -> new ConcurrentLinkedQueue<>())
                            .add(counter);
                }
            }
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}
}
