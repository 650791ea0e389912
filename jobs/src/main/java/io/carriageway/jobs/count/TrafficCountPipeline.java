package io.carriageway.jobs.count;

import io.carriageway.count.TrafficCountMetrics;
import io.carriageway.count.TrafficCountWindow;
import io.carriageway.event.TrafficCount;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.jobs.alert.Alerting;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.output.PipelineOutputs;
import io.carriageway.jobs.topology.Step;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.TrafficCountTotal;
import io.carriageway.window.TumblingWindowFunction;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Sums counts of detectors by site, lane and window.
 *
 * <pre>
 * records -> intake -> verdict -+-> event -+-> per lane and hour -> hours
 *              |                |          +-> within-quarter-hour -> per lane and quarter hour -+-> quarter hours
 *              |                |                                              whole-site -------+-> alerts
 *              |                +-> accepted-counts -> counts
 *              |                +-> ledger
 *              +- late -> late-counts -> counts
 *              +- rejected
 *              +- ledger -> per minute of arrival -> ledger
 * </pre>
 */
final class TrafficCountPipeline {

    static final Duration QUARTER_HOUR = Duration.ofMinutes(15);
    static final Duration HOUR = Duration.ofHours(1);

    private TrafficCountPipeline() {}

    static void attach(IntakeStream<TrafficCount> intake, PipelineOutputs outputs, Alerting alerting) {
        var accepted = intake.accepted();
        var counts = Steps.of(accepted).map("event", TrafficCountPipeline::withoutBytes, accepted.getType());
        var quarterHours = quarterHours(counts, intake.timing().eventWindows(QUARTER_HOUR));
        var hours = perLane(counts, intake.timing().eventWindows(HOUR), TrafficCountJob.HOURS);

        outputs.rejected(intake.rejected());
        outputs.events(
                TrafficCountJob.TOPIC,
                EventRows.of(TrafficCountJob.TOPIC, accepted, intake.late(), "accepted-counts", "late-counts"));
        outputs.rows(TrafficCountJob.QUARTER_HOURS, quarterHours.stream());
        outputs.rows(TrafficCountJob.HOURS, hours.stream());
        var sites = quarterHours.filter("whole-site", row -> row.getLane().isEmpty());
        alerting.attach(sites.stream(), new TrafficCountMetrics(), intake.timing());
        outputs.ledger(intake.perMinuteOfArrival(intake.ledger(accepted)));
    }

    /** Removes the raw record, because the event is shuffled twice. */
    private static ReceivedEvent<TrafficCount> withoutBytes(ReceivedEvent<TrafficCount> received) {
        return new ReceivedEvent<>(received.origin(), received.event(), null);
    }

    /** Sums the counts whose periods lie within one quarter hour. */
    private static Step<TrafficCountTotal> quarterHours(Steps<ReceivedEvent<TrafficCount>> counts, WindowRule rule) {
        var within = counts.filter("within-quarter-hour", received -> isWithinOne(rule, received.event()));
        return perLane(within, rule, TrafficCountJob.QUARTER_HOURS);
    }

    private static boolean isWithinOne(WindowRule rule, TrafficCount count) {
        long start = count.getPeriodStart().toEpochMilli();
        long last = start + Duration.ofSeconds(count.getPeriodSeconds()).toMillis() - 1;
        return rule.startOf(start) == rule.startOf(last);
    }

    private static Step<TrafficCountTotal> perLane(
            Steps<ReceivedEvent<TrafficCount>> counts, WindowRule rule, Table<TrafficCountTotal> table) {
        var windows = new TumblingWindowFunction<>(rule, new TrafficCountWindow(), TrafficCountWindow.PERIODS);
        return counts.keyBy(TrafficCountPipeline::lane, TrafficCountWindow.KEY)
                .process(table.operatorName(), windows, TrafficCountTotal.class);
    }

    private static Tuple2<String, String> lane(ReceivedEvent<TrafficCount> received) {
        return Tuple2.of(received.event().getSiteId(), received.event().getLane());
    }
}
