package io.carriageway.conditions;

import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.StationObservation;
import io.carriageway.geo.Zone;
import io.carriageway.geo.Zones;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.window.RecentElements;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Combines the traffic of zones with the weather and the accidents of the city. Input is collected first; timers emit
 * the rows, at times that all windows share. Input for a window that is final already is counted in the metric
 * {@code numLateRecordsDropped}. A window that begins after the newest event has no row until the watermark has passed
 * it, and the end of input does not pass it. Otherwise an accident that is still active would make rows of the future.
 * A replay may read only part of the input: windows that begin before {@code passed} have their rows all the same.
 */
public final class RoadConditionsFunction extends KeyedProcessFunction<String, ConditionsInput, RoadConditions5m> {

    private final WindowRule windows;
    private final long reportHoldsMillis;
    private final Instant passed;

    private transient MapState<ZoneWindow, ZoneTraffic> traffic;
    private transient RecentElements<StationObservation> observations;
    private transient RecentElements<StatusReport> reports;
    private transient MapState<ZoneWindow, Long> shownEventCounts;
    private transient ValueState<Long> newestMillis;
    private transient ValueState<Long> newestTimer;
    private transient Map<String, Zone> zoneById;
    private transient Zones zones;
    private transient Counter lateRecordsDropped;

    /**
     * Computes the conditions of zones.
     *
     * @param reportHolds time for which a report of an ACTIVE accident holds if no other follows
     * @param passed windows that begin before this time have passed, wherever the input ends; MIN if that is not known
     */
    public RoadConditionsFunction(WindowRule windows, Duration reportHolds, Instant passed) {
        this.windows = windows;
        this.reportHoldsMillis = reportHolds.toMillis();
        this.passed = passed;
    }

    @Override
    public void open(OpenContext context) {
        var cell = TypeInformation.of(ZoneWindow.class);
        traffic = getRuntimeContext()
                .getMapState(new MapStateDescriptor<>("traffic", cell, TypeInformation.of(ZoneTraffic.class)));
        observations = new RecentElements<>(getRuntimeContext(), "observations", StationObservation.class);
        reports = new RecentElements<>(getRuntimeContext(), "reports", StatusReport.class);
        shownEventCounts =
                getRuntimeContext().getMapState(new MapStateDescriptor<>("shown-event-counts", cell, Types.LONG));
        newestMillis = getRuntimeContext().getState(new ValueStateDescriptor<>("newest", Types.LONG));
        newestTimer = getRuntimeContext().getState(new ValueStateDescriptor<>("newest-timer", Types.LONG));
        zones = Zones.load();
        zoneById = new HashMap<>();
        lateRecordsDropped = getRuntimeContext().getMetricGroup().counter("numLateRecordsDropped");
    }

    @Override
    public void processElement(ConditionsInput input, Context context, Collector<RoadConditions5m> out)
            throws Exception {
        long time = input.timeMillis();
        long start = windows.startOf(time);
        var timers = context.timerService();
        long passedMillis = passedMillis(timers);
        if (windows.finalRowAt(start) <= passedMillis) {
            lateRecordsDropped.inc();
            return;
        }
        if (input.traffic() != null) {
            traffic.put(new ZoneWindow(start, input.traffic().zoneId()), input.traffic());
        } else if (input.observation() != null) {
            observations.add(time, input.observation());
        } else {
            reports.add(time, input.report());
        }
        newestMillis.update(Math.max(time, newestMillis.value() == null ? time : newestMillis.value()));
        long last = input.report() == null ? start : windows.startOf(time + reportHoldsMillis);
        for (; start <= last; start += windows.size().toMillis()) {
            timers.registerEventTimeTimer(windows.nextUpdateAfter(start, passedMillis));
            timers.registerEventTimeTimer(windows.finalRowAt(start));
        }
    }

    /**
     * The current time, also when it is not known yet after a restore. A timer in the past would be one at which other
     * windows became final, and would emit their rows again.
     */
    private long passedMillis(TimerService timers) throws Exception {
        var newest = newestTimer.value();
        return newest == null ? timers.currentWatermark() : Math.max(newest, timers.currentWatermark());
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<RoadConditions5m> out) throws Exception {
        newestTimer.update(timer);
        boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
        long newest = newestMillis.value();
        long size = windows.size().toMillis();
        long start = windows.startOf(timer);
        for (; windows.finalRowAt(start) >= timer; start -= size) {
            boolean isPast =
                    start <= newest || !ended || Instant.ofEpochMilli(start).isBefore(passed);
            if (windows.finalRowAt(start) == timer && isPast) {
                describe(start, true, out);
            } else if (windows.isUpdate(start, timer) && start <= newest) {
                describe(start, false, out);
            }
        }
        long needed = start + size;
        observations.forgetBefore(needed - NearestWeather.MAX_AGE_MILLIS);
        reports.forgetBefore(needed - reportHoldsMillis);
    }

    private void describe(long start, boolean complete, Collector<RoadConditions5m> out) throws Exception {
        long end = start + windows.size().toMillis();
        var accidents = ActiveAccidents.in(
                start, end, reportHoldsMillis, reports.ofMinutes(start - reportHoldsMillis, end - 1));
        var weather =
                new ZoneWeather(end - 1, observations.ofMinutes(end - 1 - NearestWeather.MAX_AGE_MILLIS, end - 1));
        var seen = new TreeMap<String, ZoneTraffic>();
        accidents.zones().forEach(zone -> seen.put(zone, ZoneTraffic.none(zone, start)));
        seen.putAll(trafficOf(start));
        for (var there : seen.values()) {
            var cell = new ZoneWindow(start, there.zoneId());
            var shown = shownEventCounts.get(cell);
            var zone = zoneById.computeIfAbsent(there.zoneId(), zones::zone);
            var row = ZoneRow.of(zone, there, accidents, weather, complete);
            if (complete) {
                traffic.remove(cell);
                shownEventCounts.remove(cell);
            } else {
                shownEventCounts.put(cell, row.getEventCount());
            }
            if (complete || shown == null || shown != row.getEventCount()) {
                out.collect(row);
            }
        }
    }

    private Map<String, ZoneTraffic> trafficOf(long start) throws Exception {
        var found = new HashMap<String, ZoneTraffic>();
        for (var known : traffic.values()) {
            if (known.windowStart() == start) {
                found.put(known.zoneId(), known);
            }
        }
        return found;
    }
}
