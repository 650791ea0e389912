package io.carriageway.jobs.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.EventRows;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeStream;
import io.carriageway.row.Journey;
import io.carriageway.row.SegmentSpeed1m;
import io.carriageway.row.TelemetryMatch1m;
import io.carriageway.row.VehicleTelemetryRow;
import io.carriageway.telemetry.FindJourneys;
import io.carriageway.telemetry.JourneyRule;
import io.carriageway.telemetry.MapMatcher;
import io.carriageway.telemetry.MatchFold;
import io.carriageway.telemetry.MatchMinute;
import io.carriageway.telemetry.MatchPartial;
import io.carriageway.telemetry.MatchedReport;
import io.carriageway.telemetry.SegmentMetrics;
import io.carriageway.telemetry.SegmentMinute;
import io.carriageway.telemetry.SpeedFold;
import io.carriageway.telemetry.SpeedPartial;
import io.carriageway.telemetry.Speeds;
import io.carriageway.telemetry.TelemetryRows;
import io.carriageway.telemetry.VehiclePoint;
import io.carriageway.window.PreAggregateFunction;
import io.carriageway.window.PreAggregateOperator;
import io.carriageway.window.TumblingWindowFunction;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Matches reports to roads, and finds journeys.
 *
 * <pre>
 * records -> intake -> verdict -+-> match -+-> fold -> per segment and minute -> speeds -> alerts
 *              |                |          +-> fold -> per minute -> matches
 *              |                +-> per vehicle -> journeys
 *              |                +-> reports
 *              +- late -> reports
 *              +- rejected, ledger -------------------> per minute of arrival -> ledger
 * </pre>
 *
 * Up to the folds all is one chain with the source: only partial results and the points of journeys are shuffled.
 */
final class TelemetryPipeline {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Reports that a fold holds at the most; some megabytes. */
    private static final int FOLDED_REPORTS = 50_000;

    private TelemetryPipeline() {}

    static void attach(
            IntakeStream<VehicleTelemetry> intake,
            RoadNetwork network,
            MatchConfig limits,
            Duration journeyGap,
            TelemetryOutputs outputs) {
        var timing = intake.timing();
        var accepted = intake.accepted();
        var ledger = intake.ledger(accepted);
        var matched = chained(accepted.map(new MapMatcher(network, limits)), accepted, "map-match");
        var speeds = speeds(matched, timing);

        outputs.rejected().accept(intake.rejected());
        outputs.reports().accept(reports(intake, accepted));
        outputs.speeds().accept(speeds);
        outputs.alerting().attach(speeds, new SegmentMetrics(), timing);
        outputs.matches().accept(matches(matched, timing));
        outputs.journeys()
                .accept(journeys(
                        accepted,
                        new JourneyRule(journeyGap, timing.eventWindows(WINDOW).allowedLateness())));
        outputs.ledger().accept(intake.perMinuteOfArrival(ledger));
    }

    private static EventRows<VehicleTelemetryRow> reports(
            IntakeStream<VehicleTelemetry> intake, DataStream<ReceivedEvent<VehicleTelemetry>> accepted) {
        var late = intake.late().map(TelemetryRows::late).returns(VehicleTelemetryRow.class);
        var onTime = accepted.map(TelemetryRows::accepted).returns(VehicleTelemetryRow.class);
        return new EventRows<>(chained(onTime, accepted, "reports"), chained(late, accepted, "late-reports"));
    }

    private static DataStream<SegmentSpeed1m> speeds(DataStream<MatchedReport> reports, EventTimeConfig timing) {
        var onRoad = chained(reports.filter(MatchedReport::isMatched), reports, "on-road");
        return fold(onRoad, new SpeedFold(), SpeedPartial.class, "pre-aggregate-speeds")
                .keyBy(SpeedPartial::segmentId)
                .process(new TumblingWindowFunction<>(
                        timing.eventWindows(WINDOW), new SegmentMinute(), TypeInformation.of(Speeds.class)))
                .returns(SegmentSpeed1m.class)
                .name("segment-speed-1m")
                .uid("segment-speed-1m");
    }

    private static DataStream<TelemetryMatch1m> matches(DataStream<MatchedReport> reports, EventTimeConfig timing) {
        return fold(reports, new MatchFold(), MatchPartial.class, "pre-aggregate-matches")
                .keyBy(MatchPartial::minuteMillis)
                .process(new TumblingWindowFunction<>(
                        timing.eventWindows(WINDOW), new MatchMinute(), TypeInformation.of(MatchMinute.Sum.class)))
                .returns(TelemetryMatch1m.class)
                .name("telemetry-match-1m")
                .uid("telemetry-match-1m");
    }

    private static DataStream<Journey> journeys(
            DataStream<ReceivedEvent<VehicleTelemetry>> accepted, JourneyRule rule) {
        var points = accepted.map(VehiclePoint::of).returns(VehiclePoint.class);
        return chained(points, accepted, "points")
                .keyBy(VehiclePoint::vehicleId)
                .process(new FindJourneys(rule))
                .returns(Journey.class)
                .name("journey")
                .uid("journey");
    }

    private static <P> DataStream<P> fold(
            DataStream<MatchedReport> reports,
            PreAggregateFunction<MatchedReport, ?, ?, P> fold,
            Class<P> partial,
            String name) {
        var folded =
                reports.transform(name, TypeInformation.of(partial), new PreAggregateOperator<>(fold, FOLDED_REPORTS));
        return chained(folded, reports, name);
    }

    /** Keeps a step in the chain of the one before, whatever the job's parallelism. */
    private static <T> SingleOutputStreamOperator<T> chained(
            SingleOutputStreamOperator<T> step, DataStream<?> before, String name) {
        return step.setParallelism(before.getParallelism()).name(name).uid(name);
    }
}
