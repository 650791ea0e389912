package io.carriageway.accident;

import io.carriageway.row.Accident1h;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds the accidents of a cell up. It keeps one share per accident, that of the most reports, so an accident that moved
 * is gone from its old cell and never counted twice; a cell is final when its hour and all its accidents are.
 */
public final class CountAccidents extends KeyedProcessFunction<HourCell, CellShare, CountedHour> {

    private final AccidentTiming timing;

    private transient MapState<String, CellShare> shares;
    private transient ValueState<Boolean> changed;

    public CountAccidents(AccidentTiming timing) {
        this.timing = timing;
    }

    @Override
    public void open(OpenContext context) {
        shares = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("shares", Types.STRING, TypeInformation.of(CellShare.class)));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    }

    @Override
    public void processElement(CellShare share, Context context, Collector<CountedHour> out) throws Exception {
        var known = shares.get(share.accidentId());
        if (known != null && known.reports() >= share.reports()) {
            return;
        }
        shares.put(share.accidentId(), share);
        changed.update(true);
        var timers = context.timerService();
        timers.registerEventTimeTimer(timing.nextUpdateAfter(share.reportedAtMillis(), timers.currentWatermark()));
        timers.registerEventTimeTimer(finalAt(share));
    }

    private long finalAt(CellShare share) {
        return Math.max(
                timing.finalAt(share.latestOccurredAtMillis()),
                timing.hourFinalAt(share.cell().hourMillis()));
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<CountedHour> out) throws Exception {
        var all = new ArrayList<CellShare>();
        shares.values().forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        boolean complete = all.stream().allMatch(share -> finalAt(share) <= timer);
        if (complete || changed.value() != null) {
            out.collect(CountedHour.of(row(context.getCurrentKey(), all, complete), all));
            changed.clear();
        }
        if (complete) {
            shares.clear();
        }
    }

    private static Accident1h row(HourCell cell, Collection<CellShare> shares, boolean complete) {
        var here = shares.stream().filter(CellShare::here).toList();
        return new Accident1h(
                cell.zoneId(),
                Instant.ofEpochMilli(cell.hourMillis()),
                cell.severity(),
                (long) here.size(),
                sum(here, CellShare::vehicles),
                sum(here, CellShare::casualties),
                shares.stream().mapToLong(CellShare::reports).sum(),
                0,
                complete);
    }

    /** Over those that are known; null where there are accidents and of none it is known. */
    private static Long sum(Collection<CellShare> shares, Function<CellShare, Integer> number) {
        var known = shares.stream().map(number).filter(Objects::nonNull).toList();
        boolean unknown = known.isEmpty() && !shares.isEmpty();
        return unknown ? null : known.stream().mapToLong(Integer::longValue).sum();
    }
}
