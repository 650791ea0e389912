package io.carriageway.window;

import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tumbling windows that emit a provisional row at their end and at each update, then exactly one final row. Elements
 * only change state, and rows are emitted only by timers, so the order of arrival does not matter. An element whose
 * window is final already is counted in the metric {@code numLateRecordsDropped}. The allowed lateness is chosen so
 * that there are none.
 */
public final class TumblingWindowFunction<K, E, A, R> extends KeyedProcessFunction<K, E, R> {

    private final WindowRule rule;
    private final WindowAggregate<K, E, A, R> aggregate;
    private final TypeInformation<A> sumType;

    private transient MapState<Long, A> sums;
    private transient MapState<Long, Boolean> changed;
    private transient Counter lateRecordsDropped;

    public TumblingWindowFunction(WindowRule rule, WindowAggregate<K, E, A, R> aggregate, TypeInformation<A> sumType) {
        this.rule = rule;
        this.aggregate = aggregate;
        this.sumType = sumType;
    }

    @Override
    public void open(OpenContext context) {
        sums = getRuntimeContext().getMapState(new MapStateDescriptor<>("sums", Types.LONG, sumType));
        changed = getRuntimeContext().getMapState(new MapStateDescriptor<>("changed", Types.LONG, Types.BOOLEAN));
        lateRecordsDropped = getRuntimeContext().getMetricGroup().counter("numLateRecordsDropped");
    }

    @Override
    public void processElement(E element, Context context, Collector<R> out) throws Exception {
        long start = rule.startOf(aggregate.timeMillis(element));
        var timers = context.timerService();
        if (rule.finalRowAt(start) <= timers.currentWatermark()) {
            lateRecordsDropped.inc();
            return;
        }
        var sum = sums.get(start);
        sums.put(start, aggregate.add(sum == null ? aggregate.empty() : sum, element));
        changed.put(start, true);
        timers.registerEventTimeTimer(rule.nextUpdateAfter(start, timers.currentWatermark()));
        timers.registerEventTimeTimer(rule.finalRowAt(start));
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<R> out) throws Exception {
        var starts = new ArrayList<Long>();
        sums.keys().forEach(starts::add);
        starts.sort(null);
        for (long start : starts) {
            if (rule.finalRowAt(start) == timer) {
                out.collect(aggregate.row(context.getCurrentKey(), start, sums.get(start), true));
                sums.remove(start);
                changed.remove(start);
            } else if (rule.isUpdate(start, timer) && changed.contains(start)) {
                out.collect(aggregate.row(context.getCurrentKey(), start, sums.get(start), false));
                changed.remove(start);
            }
        }
    }
}
