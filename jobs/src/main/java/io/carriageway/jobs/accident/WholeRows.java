package io.carriageway.jobs.accident;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the rows of a replay pass that hang on no report beyond what was read. Those of the range that may are told at
 * the end, and counted in the metric {@code leftOut}.
 */
final class WholeRows<T> extends RichFilterFunction<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WholeRows.class);

    private final FilterFunction<T> isOfRange;
    private final FilterFunction<T> isWhole;
    private final String why;

    private transient Counter leftOut;

    /** {@code why} follows on how many rows are not written. */
    WholeRows(FilterFunction<T> isOfRange, FilterFunction<T> isWhole, String why) {
        this.isOfRange = isOfRange;
        this.isWhole = isWhole;
        this.why = why;
    }

    @Override
    public void open(OpenContext context) {
        leftOut = getRuntimeContext().getMetricGroup().counter("leftOut");
    }

    @Override
    public boolean filter(T row) throws Exception {
        boolean whole = isWhole.filter(row);
        if (!whole && isOfRange.filter(row)) {
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
