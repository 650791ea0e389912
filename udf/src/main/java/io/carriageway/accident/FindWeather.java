package io.carriageway.accident;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives each report the weather of its time and place: soon, with what is known by then, and once more when every
 * observation of that time has come. Both inputs only add to state; an observation is kept as long as a report that is
 * still to come may need it. What comes too late for that is counted in the metric {@code stranded}.
 */
public final class FindWeather
        extends KeyedCoProcessFunction<String, LocatedReport, StationObservation, LocatedReport> {

    /** A report whose certain weather is still to come, and whether it was given already without. */
    public record Waiting(LocatedReport report, boolean given) {}

    private static final long MINUTE = AccidentTiming.MINUTE_MILLIS;

    private final AccidentTiming timing;

    private transient ListState<Waiting> waiting;
    private transient MapState<Long, List<StationObservation>> observations;
    private transient Counter stranded;

    public FindWeather(AccidentTiming timing) {
        this.timing = timing;
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(Waiting.class)));
        observations = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>(
                        "observations", Types.LONG, Types.LIST(TypeInformation.of(StationObservation.class))));
        stranded = getRuntimeContext().getMetricGroup().counter("stranded");
    }

    @Override
    public void processElement1(LocatedReport report, Context context, Collector<LocatedReport> out) throws Exception {
        var timers = context.timerService();
        if (timing.isStranded(report.reportedAtMillis(), timers.currentWatermark())) {
            stranded.inc();
            return;
        }
        waiting.add(new Waiting(report, false));
        timers.registerEventTimeTimer(timing.nextUpdateAfter(report.reportedAtMillis(), timers.currentWatermark()));
        timers.registerEventTimeTimer(timing.settledAt(report.occurredAtMillis()));
    }

    @Override
    public void processElement2(StationObservation observation, Context context, Collector<LocatedReport> out)
            throws Exception {
        var timers = context.timerService();
        if (timing.isStranded(observation.observedAtMillis(), timers.currentWatermark())) {
            stranded.inc();
            return;
        }
        long minute = Math.floorDiv(observation.observedAtMillis(), MINUTE) * MINUTE;
        var known = observations.get(minute);
        var all = known == null ? new ArrayList<StationObservation>() : new ArrayList<>(known);
        all.add(observation);
        observations.put(minute, all);
        timers.registerEventTimeTimer(minute + keptFor());
    }

    /** From the beginning of a minute: until the last report has its weather that can need an observation of it. */
    private long keptFor() {
        return timing.finalAt(NearestWeather.MAX_AGE_MILLIS) + MINUTE;
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<LocatedReport> out) throws Exception {
        var left = new ArrayList<Waiting>();
        for (var one : waiting.get()) {
            boolean settled = timing.settledAt(one.report().occurredAtMillis()) <= timer;
            if (settled || !one.given()) {
                out.collect(weathered(one.report()));
            }
            if (!settled) {
                left.add(new Waiting(one.report(), true));
            }
        }
        waiting.update(left);
        observations.remove(timer - keptFor());
    }

    private LocatedReport weathered(LocatedReport report) throws Exception {
        long occurredAt = report.occurredAtMillis();
        var near = new ArrayList<StationObservation>();
        long minute = Math.floorDiv(occurredAt - NearestWeather.MAX_AGE_MILLIS, MINUTE) * MINUTE;
        for (; minute <= occurredAt; minute += MINUTE) {
            var all = observations.get(minute);
            if (all != null) {
                near.addAll(all);
            }
        }
        return report.with(NearestWeather.of(report.report(), near));
    }
}
