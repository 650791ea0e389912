package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentContribution;
import io.carriageway.accident.AccidentLifecycle;
import io.carriageway.accident.CountAccidents;
import io.carriageway.accident.CountedHour;
import io.carriageway.accident.LocateReports;
import io.carriageway.accident.LocatedReport;
import io.carriageway.accident.StationObservation;
import io.carriageway.accident.WeatherEnrichment;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.intake.ReceivedEvent;
import io.carriageway.intake.ledger.LedgerPartial;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.output.EventRows;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.Accident;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Follows accidents from their first report to their last, and counts them.
 *
 * <pre>
 * records -> intake -> verdict -+-> locate -> weather-enrichment -> per accident -> accidents
 *              |                |                  |                +-> per zone, hour, severity -> hours
 *              |                +-> reports        |
 *              +- late -> reports                  |
 *              +- rejected, ledger ----------------+--------------> per minute of arrival -> ledger
 * weather -> weather-intake -+-> observation ------+
 *                            +-> clock of ledger
 * </pre>
 *
 * Accidents are rare and stations few, so both are processed under one key to find the weather of an accident.
 */
final class AccidentPipeline {

    private static final OutputTag<AccidentContribution> CONTRIBUTIONS =
            new OutputTag<>("contributions", TypeInformation.of(AccidentContribution.class));
    private static final String ONE_KEY = "city";

    private AccidentPipeline() {}

    static void attach(
            IntakeStream<AccidentReport> intake,
            IntakeStream<WeatherObservation> weather,
            AccidentPipelineConfig config,
            RoadNetwork network,
            AccidentOutputs outputs) {
        var accepted = intake.accepted();
        var observed = weather.passed();
        var ledger = intake.ledger(accepted).union(weatherClock(observed));
        var located =
                Steps.of(accepted).map("locate", new LocateReports(network, config.limits()), LocatedReport.class);
        var accidents = accidents(weathered(located, observed, config), config);

        outputs.rejected().accept(intake.rejected());
        outputs.reports().accept(EventRows.of(AccidentJob.TOPIC, accepted, intake.late(), "reports", "late-reports"));
        outputs.accidents().accept(accidents);
        outputs.hours().accept(hours(accidents.getSideOutput(CONTRIBUTIONS), config));
        outputs.ledger().accept(intake.perMinuteOfArrival(ledger));
    }

    /**
     * Only watermarks, no entries. An hour may pass without an accident, so the idle topic of accidents cannot close
     * the minutes of its last records; the weather's watermark does.
     */
    private static DataStream<LedgerPartial> weatherClock(DataStream<ReceivedEvent<WeatherObservation>> observed) {
        FlatMapFunction<ReceivedEvent<WeatherObservation>, LedgerPartial> nothing = (observation, out) -> {};
        return Steps.of(observed).flatMap("weather-watermarks", nothing, LedgerPartial.class).stream();
    }

    private static Steps<LocatedReport> weathered(
            Steps<LocatedReport> reports,
            DataStream<ReceivedEvent<WeatherObservation>> observed,
            AccidentPipelineConfig config) {
        var observations = Steps.of(observed)
                .map("observation", arrived -> StationObservation.of(arrived.event()), StationObservation.class);
        return reports.keyBy(report -> ONE_KEY)
                .connect(observations.keyBy(observation -> ONE_KEY))
                .process("weather-enrichment", new WeatherEnrichment(config.accidents()), LocatedReport.class)
                .ignoreIdleness("weather-enrichment-ignore-idleness");
    }

    private static SingleOutputStreamOperator<Accident> accidents(
            Steps<LocatedReport> reports, AccidentPipelineConfig config) {
        return reports
                .keyBy(LocatedReport::accidentId)
                .process("accident", new AccidentLifecycle(config.accidents(), CONTRIBUTIONS), Accident.class)
                .stream();
    }

    private static DataStream<CountedHour> hours(
            DataStream<AccidentContribution> contributions, AccidentPipelineConfig config) {
        return Steps.of(contributions)
                .ignoreIdleness("contributions-ignore-idleness")
                .keyBy(AccidentContribution::cell)
                .process("accident-1h", new CountAccidents(config.accidents()), CountedHour.class)
                .stream();
    }
}
