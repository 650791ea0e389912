package io.carriageway.jobs.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.MatchConfig;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.topology.Steps;
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
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;

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
 * The source and all steps up to the folds are one chain: only partial results and the points of journeys are shuffled.
 */
final class TelemetryPipeline {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Greatest number of reports that a fold holds, some megabytes. */
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
        var matched =
                Steps.of(accepted).inChain().map("map-match", new MapMatcher(network, limits), MatchedReport.class);
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
        var onTime = Steps.of(accepted).inChain().map("reports", TelemetryRows::accepted, VehicleTelemetryRow.class);
        var late =
                Steps.of(intake.late()).inChain().map("late-reports", TelemetryRows::late, VehicleTelemetryRow.class);
        return new EventRows<>(onTime.stream(), late.stream());
    }

    private static DataStream<SegmentSpeed1m> speeds(Steps<MatchedReport> reports, EventTimeConfig timing) {
        return reports
                .filter("on-road", MatchedReport::isMatched)
                .preAggregate("pre-aggregate-speeds", new SpeedFold(), FOLDED_REPORTS, SpeedPartial.class)
                .keyBy(SpeedPartial::segmentId)
                .window(
                        "segment-speed-1m",
                        timing.eventWindows(WINDOW),
                        new SegmentMinute(),
                        Speeds.class,
                        SegmentSpeed1m.class)
                .stream();
    }

    private static DataStream<TelemetryMatch1m> matches(Steps<MatchedReport> reports, EventTimeConfig timing) {
        return reports
                .preAggregate("pre-aggregate-matches", new MatchFold(), FOLDED_REPORTS, MatchPartial.class)
                .keyBy(MatchPartial::minuteMillis)
                .window(
                        "telemetry-match-1m",
                        timing.eventWindows(WINDOW),
                        new MatchMinute(),
                        MatchMinute.Sum.class,
                        TelemetryMatch1m.class)
                .stream();
    }

    private static DataStream<Journey> journeys(
            DataStream<ReceivedEvent<VehicleTelemetry>> accepted, JourneyRule rule) {
        return Steps.of(accepted)
                .inChain()
                .map("points", VehiclePoint::of, VehiclePoint.class)
                .keyBy(VehiclePoint::vehicleId)
                .process("journey", new FindJourneys(rule), Journey.class)
                .stream();
    }
}
