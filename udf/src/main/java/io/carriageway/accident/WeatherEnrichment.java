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
 * Adds to each report the weather of its time and place: soon with the observations so far, and again when every
 * observation up to its time has arrived. Both inputs only change state. An observation is kept for as long as a report
 * that needs it may arrive. Input that arrives too late is counted in the metric {@code numLateRecordsDropped}.
 */
public final class WeatherEnrichment
        extends KeyedCoProcessFunction<String, LocatedReport, StationObservation, LocatedReport> {

    /**
     * A report that waits for its final weather.
     *
     * @param given whether it was emitted already with the weather known so far
     */
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

    /**
     * Time in milliseconds for which a minute of observations is kept, from its beginning: until the last report that
     * can need it has its weather.
     */
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
