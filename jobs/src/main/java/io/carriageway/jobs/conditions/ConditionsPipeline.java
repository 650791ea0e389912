package io.carriageway.jobs.conditions;

import io.carriageway.accident.StationObservation;
import io.carriageway.conditions.ComputeSpeedRatio;
import io.carriageway.conditions.ConditionsInput;
import io.carriageway.conditions.ConditionsMetrics;
import io.carriageway.conditions.LocateFrames;
import io.carriageway.conditions.LocateStatus;
import io.carriageway.conditions.RoadConditionsFunction;
import io.carriageway.conditions.SpeedRatio;
import io.carriageway.conditions.StatusReport;
import io.carriageway.conditions.ZoneFold;
import io.carriageway.conditions.ZonePartial;
import io.carriageway.conditions.ZoneTraffic;
import io.carriageway.conditions.ZoneTrafficWindow;
import io.carriageway.event.VehicleClass;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.jobs.topology.Steps;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.telemetry.MapMatcher;
import io.carriageway.telemetry.MatchedReport;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Describes the roads of each zone.
 *
 * <pre>
 * detection -> intake -> locate -----------------------+-> per zone and window -+
 * telemetry -> intake -> motor -> match -> rate -> fold +                        |
 * weather   -> intake -> observation --------------------------------------------+-> describe -> conditions -> alerts
 * accident  -> intake -> locate -------------------------------------------------+
 * </pre>
 *
 * Zones, stations and accidents are few, so their events are combined under one key. Another job owns each of the
 * topics and accounts for its records in the ledger; this job only reads the accepted ones.
 */
final class ConditionsPipeline {

    private static final String ONE_KEY = "city";

    /** Greatest number of speeds that the fold holds, some megabytes. */
    private static final int FOLDED_SPEEDS = 50_000;

    private ConditionsPipeline() {}

    static void attach(
            ConditionsInputs inputs, ConditionsPipelineConfig config, RoadNetwork network, ConditionsOutputs outputs) {
        var observations = observations(inputs);
        var reports = reports(inputs);
        var partials = frames(inputs)
                .union(
                        speeds(inputs, config, network),
                        clock(observations, "observation-watermarks"),
                        clock(reports, "report-watermarks"));
        var describe = new RoadConditionsFunction(config.windows(), config.accidentActiveFor(), config.passed());
        var conditions = Steps.of(traffic(partials, config).union(observations, reports))
                .keyBy(one -> ONE_KEY)
                .process("road-conditions-5m", describe, RoadConditions5m.class)
                .stream();
        outputs.conditions().accept(conditions);
        outputs.alerting().attach(conditions, new ConditionsMetrics(), config.timing());
    }

    private static DataStream<ZonePartial> frames(ConditionsInputs inputs) {
        return Steps.of(inputs.detections().passed())
                .inChain()
                .map("locate-frames", new LocateFrames(), ZonePartial.class)
                .stream();
    }

    /** Runs in the source's chain up to the fold, so that only partial results are shuffled. */
    private static DataStream<ZonePartial> speeds(
            ConditionsInputs inputs, ConditionsPipelineConfig config, RoadNetwork network) {
        return Steps.of(inputs.telemetry().passed())
                .inChain()
                .filter("motor", report -> report.event().getVehicleClass() != VehicleClass.BICYCLE)
                .map("map-match", new MapMatcher(network, config.limits()), MatchedReport.class)
                .flatMap("speed-ratio", new ComputeSpeedRatio(network), SpeedRatio.class)
                .preAggregate("pre-aggregate-speeds", new ZoneFold(config.windows()), FOLDED_SPEEDS, ZonePartial.class)
                .stream();
    }

    private static DataStream<ConditionsInput> traffic(
            DataStream<ZonePartial> partials, ConditionsPipelineConfig config) {
        return Steps.of(partials)
                .keyBy(ZonePartial::zoneId)
                .window(
                        "zone-traffic",
                        config.windows(),
                        new ZoneTrafficWindow(),
                        ZoneTrafficWindow.Sum.class,
                        ZoneTraffic.class)
                .ignoreIdleness("traffic-ignore-idleness")
                .map("traffic-input", ConditionsInput::of, ConditionsInput.class)
                .stream();
    }

    /**
     * Only watermarks, no partials. If cameras and vehicles are silent, the windows of traffic must still end together
     * with those of the zones; otherwise their counts would arrive after the zones are final.
     */
    private static DataStream<ZonePartial> clock(DataStream<ConditionsInput> news, String name) {
        FlatMapFunction<ConditionsInput, ZonePartial> nothing = (one, out) -> {};
        return Steps.of(news).flatMap(name, nothing, ZonePartial.class).stream();
    }

    private static DataStream<ConditionsInput> observations(ConditionsInputs inputs) {
        return Steps.of(inputs.weather().passed())
                .map(
                        "observation-input",
                        arrived -> ConditionsInput.of(StationObservation.of(arrived.event())),
                        ConditionsInput.class)
                .stream();
    }

    private static DataStream<ConditionsInput> reports(ConditionsInputs inputs) {
        return Steps.of(inputs.accidents().passed())
                .map("locate-reports", new LocateStatus(), StatusReport.class)
                .map("report-input", ConditionsInput::of, ConditionsInput.class)
                .stream();
    }
}
