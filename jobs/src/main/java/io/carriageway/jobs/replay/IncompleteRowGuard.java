package io.carriageway.jobs.replay;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the rows of a bounded run that depend only on events that were read. The other rows of the range are reported
 * at the end, and counted in the metric {@code leftOut}. A run that revises must have all rows, because it removes
 * those that it lacks, so it fails instead.
 */
public final class IncompleteRowGuard<T> extends RichFilterFunction<T> {

    private static final Logger LOG = LoggerFactory.getLogger(IncompleteRowGuard.class);

    private final FilterFunction<T> isOfRange;
    private final FilterFunction<T> isWhole;
    private final String why;
    private final boolean revises;

    private transient Counter leftOut;

    /** Takes the reason, {@code why}, which the message appends to the number of rows that are not written. */
    public IncompleteRowGuard(FilterFunction<T> isOfRange, FilterFunction<T> isWhole, String why, boolean revises) {
        this.isOfRange = isOfRange;
        this.isWhole = isWhole;
        this.why = why;
        this.revises = revises;
    }

    @Override
    public void open(OpenContext context) {
        leftOut = getRuntimeContext().getMetricGroup().counter("leftOut");
    }

    @Override
    public boolean filter(T row) throws Exception {
        boolean whole = isWhole.filter(row);
        if (!whole && isOfRange.filter(row)) {
            if (revises) {
                throw new SuppressRestartsException(new IllegalStateException(
                        "nothing is corrected: 1 or more %s; the first is %s".formatted(why, row)));
            }
            leftOut.inc();
        }
        return whole;
    }

    @Override
    public void close() {
        if (leftOut != null && leftOut.getCount() > 0) {
            LOG.warn("{} {}", leftOut.getCount(), why);
        }
    }
}
