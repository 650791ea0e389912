package io.carriageway.alert;

import io.carriageway.row.AlertRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Collects the rows of a site and judges each window once, when its timer fires, by the first row that arrived. Rows of
 * windows that are judged already are dropped. That happens only with early alerts: for final alerts there is only one
 * row.
 */
public final class RaiseAlerts extends KeyedProcessFunction<String, SiteRow, AlertRow> {

    private final List<AlertRule> rules;
    private final AlertClock clock;

    private transient MapState<Long, SiteRow> waiting;
    private transient ValueState<Long> judgedStart;
    private transient ValueState<Map<String, RuleState>> states;

    /** @param rules the rules of one table, in order of their versions */
    public RaiseAlerts(List<AlertRule> rules, AlertClock clock) {
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("waiting", Types.LONG, TypeInformation.of(SiteRow.class)));
        judgedStart = getRuntimeContext().getState(new ValueStateDescriptor<>("judged-start", Types.LONG));
        states = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "states", Types.MAP(Types.STRING, TypeInformation.of(RuleState.class))));
    }

    @Override
    public void processElement(SiteRow row, Context context, Collector<AlertRow> out) throws Exception {
        long start = row.windowStartMillis();
        var judged = judgedStart.value();
        if (waiting.contains(start) || judged != null && start <= judged) {
            return;
        }
        waiting.put(start, row);
        var timers = context.timerService();
        // an early row may arrive after its window was due
        timers.registerEventTimeTimer(Math.max(clock.dueAt(start), timers.currentWatermark() + 1));
        for (var rule : rules) {
            if (rule.condition() instanceof Silence silence && rule.judges(row)) {
                timers.registerEventTimeTimer(clock.dueAt(start) + silence.forMillis());
            }
        }
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<AlertRow> out) throws Exception {
        var before = states.value();
        var alerts = new SiteAlerts(rules, before == null ? Map.of() : before);
        var changes = new ArrayList<AlertChange>();
        for (var row : takeDue(timer)) {
            changes.addAll(alerts.next(row));
            judgedStart.update(row.windowStartMillis());
        }
        // the end of input moves the clock to the end of time, when every site would be silent
        if (context.timerService().currentWatermark() < Long.MAX_VALUE) {
            changes.addAll(alerts.silentUntil(context.getCurrentKey(), clock.judgedUntil(timer)));
        }
        states.update(alerts.states());
        changes.forEach(change -> out.collect(change.row()));
    }

    private List<SiteRow> takeDue(long timer) throws Exception {
        var starts = new ArrayList<Long>();
        waiting.keys().forEach(starts::add);
        starts.removeIf(start -> clock.dueAt(start) > timer);
        starts.sort(null);
        var due = new ArrayList<SiteRow>();
        for (long start : starts) {
            due.add(waiting.get(start));
            waiting.remove(start);
        }
        return due;
    }
}
