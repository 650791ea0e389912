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
 * Counts the accidents of a cell of zone, hour and severity. It keeps one contribution for each accident, the one based
 * on the most reports. So an accident that moved is removed from its old cell and never counted twice. A cell is final
 * when its hour and all its accidents are.
 */
public final class CountAccidents extends KeyedProcessFunction<HourCell, AccidentContribution, CountedHour> {

    private final AccidentLifecycleConfig timing;

    private transient MapState<String, AccidentContribution> contributions;
    private transient ValueState<Boolean> changed;

    public CountAccidents(AccidentLifecycleConfig timing) {
        this.timing = timing;
    }

    @Override
    public void open(OpenContext context) {
        contributions = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "shares", Types.STRING, TypeInformation.of(AccidentContribution.class)));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    }

    @Override
    public void processElement(AccidentContribution contribution, Context context, Collector<CountedHour> out)
            throws Exception {
        var known = contributions.get(contribution.accidentId());
        if (known != null && known.reports() >= contribution.reports()) {
            return;
        }
        contributions.put(contribution.accidentId(), contribution);
        changed.update(true);
        var timers = context.timerService();
        timers.registerEventTimeTimer(
                timing.nextUpdateAfter(contribution.reportedAtMillis(), timers.currentWatermark()));
        timers.registerEventTimeTimer(finalAt(contribution));
    }

    private long finalAt(AccidentContribution contribution) {
        return Math.max(
                timing.finalAt(contribution.latestOccurredAtMillis()),
                timing.hourFinalAt(contribution.cell().hourMillis()));
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<CountedHour> out) throws Exception {
        var all = new ArrayList<AccidentContribution>();
        contributions.values().forEach(all::add);
        if (all.isEmpty()) {
            return;
        }
        boolean complete = all.stream().allMatch(contribution -> finalAt(contribution) <= timer);
        if (complete || changed.value() != null) {
            out.collect(CountedHour.of(row(context.getCurrentKey(), all, complete), all));
            changed.clear();
        }
        if (complete) {
            contributions.clear();
        }
    }

    private static Accident1h row(HourCell cell, Collection<AccidentContribution> contributions, boolean complete) {
        var here = contributions.stream().filter(AccidentContribution::here).toList();
        return new Accident1h(
                cell.zoneId(),
                Instant.ofEpochMilli(cell.hourMillis()),
                cell.severity(),
                (long) here.size(),
                sum(here, AccidentContribution::vehicles),
                sum(here, AccidentContribution::casualties),
                contributions.stream().mapToLong(AccidentContribution::reports).sum(),
                0,
                complete);
    }

    /** Sum over the accidents with a known value; null if there are accidents but none has one. */
    private static Long sum(
            Collection<AccidentContribution> contributions, Function<AccidentContribution, Integer> number) {
        var known = contributions.stream().map(number).filter(Objects::nonNull).toList();
        boolean unknown = known.isEmpty() && !contributions.isEmpty();
        return unknown ? null : known.stream().mapToLong(Integer::longValue).sum();
    }
}
