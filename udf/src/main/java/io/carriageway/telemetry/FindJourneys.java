package io.carriageway.telemetry;

import io.carriageway.row.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Splits each vehicle's reports into journeys. Reports are only added to state. Timers append to the open journey, in
 * order, the reports before which no other can arrive any more. So a long journey needs no more state than the allowed
 * lateness. A report before the last appended one is counted in the metric {@code numLateRecordsDropped}. The allowed
 * lateness is chosen so that there are none.
 */
public final class FindJourneys extends KeyedProcessFunction<String, VehiclePoint, Journey> {

    private static final Comparator<JourneyPoint> IN_ORDER = Comparator.comparingLong(JourneyPoint::timeMillis)
            .thenComparingInt(JourneyPoint::partition)
            .thenComparingLong(JourneyPoint::offset);

    private final JourneyRule rule;

    private transient ListState<JourneyPoint> points;
    private transient ValueState<OpenJourney> open;
    private transient Counter lateRecordsDropped;

    public FindJourneys(JourneyRule rule) {
        this.rule = rule;
    }

    @Override
    public void open(OpenContext context) {
        points = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("points", TypeInformation.of(JourneyPoint.class)));
        open = getRuntimeContext().getState(new ValueStateDescriptor<>("open", TypeInformation.of(OpenJourney.class)));
        lateRecordsDropped = getRuntimeContext().getMetricGroup().counter("numLateRecordsDropped");
    }

    @Override
    public void processElement(VehiclePoint arrived, Context context, Collector<Journey> out) throws Exception {
        var point = arrived.point();
        var timers = context.timerService();
        if (rule.isSettled(point.timeMillis(), timers.currentWatermark())) {
            lateRecordsDropped.inc();
            return;
        }
        points.add(point);
        timers.registerEventTimeTimer(rule.timerOf(point.timeMillis()));
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<Journey> out) throws Exception {
        var settled = new ArrayList<JourneyPoint>();
        var unsettled = new ArrayList<JourneyPoint>();
        for (var point : points.get()) {
            (rule.isSettled(point.timeMillis(), timer) ? settled : unsettled).add(point);
        }
        var journey = lay(settled, context.getCurrentKey(), out);
        if (journey != null
                && rule.isSettled(journey.last().timeMillis() + rule.gap().toMillis(), timer)) {
            out.collect(journey.row(context.getCurrentKey()));
            journey = null;
        }
        open.update(journey);
        points.update(unsettled);
    }

    /**
     * Appends the points to the open journey, ends it at every gap, and returns the journey that is open at the end.
     */
    private OpenJourney lay(List<JourneyPoint> settled, String vehicleId, Collector<Journey> out) throws Exception {
        settled.sort(IN_ORDER);
        var journey = open.value();
        for (var point : settled) {
            if (journey == null) {
                journey = OpenJourney.startingAt(point);
            } else if (rule.isGap(journey.last().timeMillis(), point.timeMillis())) {
                out.collect(journey.row(vehicleId));
                journey = OpenJourney.startingAt(point);
            } else {
                journey = journey.to(point);
            }
        }
        return journey;
    }
}
