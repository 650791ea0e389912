package io.carriageway.accident;

import io.carriageway.window.RecentElements;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gives each report the weather of its time and place: soon, with what is known by then, and once more when every
 * observation of that time has come. Both inputs only add to state; an observation is kept as long as a report that is
 * still to come may need it. What comes too late for that is counted in the metric {@code numLateRecordsDropped}.
 */
public final class WeatherEnrichment
        extends KeyedCoProcessFunction<String, LocatedReport, StationObservation, LocatedReport> {

    /** A report whose certain weather is still to come, and whether it was given already without. */
    public record Waiting(LocatedReport report, boolean given) {}

    private static final long MINUTE = AccidentLifecycleConfig.MINUTE_MILLIS;

    private final AccidentLifecycleConfig timing;

    private transient ListState<Waiting> waiting;
    private transient RecentElements<StationObservation> observations;
    private transient Counter lateRecordsDropped;

    public WeatherEnrichment(AccidentLifecycleConfig timing) {
        this.timing = timing;
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("waiting", TypeInformation.of(Waiting.class)));
        observations = new RecentElements<>(getRuntimeContext(), "observations", StationObservation.class);
        lateRecordsDropped = getRuntimeContext().getMetricGroup().counter("numLateRecordsDropped");
    }

    @Override
    public void processElement1(LocatedReport report, Context context, Collector<LocatedReport> out) throws Exception {
        var timers = context.timerService();
        if (timing.comesTooLate(report.reportedAtMillis(), timers.currentWatermark())) {
            lateRecordsDropped.inc();
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
        if (timing.comesTooLate(observation.observedAtMillis(), timers.currentWatermark())) {
            lateRecordsDropped.inc();
            return;
        }
        observations.add(observation.observedAtMillis(), observation);
        long minute = Math.floorDiv(observation.observedAtMillis(), MINUTE) * MINUTE;
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
        observations.forgetBefore(timer - keptFor() + MINUTE);
    }

    private LocatedReport weathered(LocatedReport report) throws Exception {
        long occurredAt = report.occurredAtMillis();
        var near = observations.ofMinutes(occurredAt - NearestWeather.MAX_AGE_MILLIS, occurredAt);
        var place = report.report();
        return report.with(NearestWeather.of(occurredAt, place.getLatitude(), place.getLongitude(), near));
    }
}
