package io.carriageway.accident;

import io.carriageway.row.Accident;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps each accident's reports until no more can arrive. Timers emit its row and its contributions to the counts by
 * hour. Each report comes twice: the second one has its final weather and replaces the first.
 */
public final class AccidentLifecycle extends KeyedProcessFunction<String, LocatedReport, Accident> {

    private final AccidentLifecycleConfig timing;
    private final OutputTag<AccidentContribution> contributions;

    private transient ListState<LocatedReport> reports;
    private transient ValueState<Boolean> changed;

    public AccidentLifecycle(AccidentLifecycleConfig timing, OutputTag<AccidentContribution> contributions) {
        this.timing = timing;
        this.contributions = contributions;
    }

    @Override
    public void open(OpenContext context) {
        reports = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("reports", TypeInformation.of(LocatedReport.class)));
        changed = getRuntimeContext().getState(new ValueStateDescriptor<>("changed", Types.BOOLEAN));
    }

    @Override
    public void processElement(LocatedReport report, Context context, Collector<Accident> out) throws Exception {
        var kept = new ArrayList<LocatedReport>();
        for (var known : reports.get()) {
            if (!known.isSameReportAs(report)) {
                kept.add(known);
            }
        }
        kept.add(report);
        reports.update(kept);
        changed.update(true);
        var timers = context.timerService();
        timers.registerEventTimeTimer(timing.nextUpdateAfter(report.reportedAtMillis(), timers.currentWatermark()));
        timers.registerEventTimeTimer(timing.finalAt(report.occurredAtMillis()));
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<Accident> out) throws Exception {
        var all = new ArrayList<LocatedReport>();
        reports.get().forEach(all::add);
        for (var accident : AccidentHistory.of(all, timing)) {
            boolean complete = accident.finalAt(timing) <= timer;
            if (complete || changed.value() != null) {
                out.collect(accident.row(complete));
                accident.contributions().forEach(share -> context.output(contributions, share));
            }
            if (complete) {
                all.removeAll(accident.reports());
            }
        }
        reports.update(all);
        changed.clear();
    }
}
