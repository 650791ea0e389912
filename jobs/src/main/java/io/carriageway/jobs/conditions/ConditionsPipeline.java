package io.carriageway.jobs.conditions;

import io.carriageway.accident.StationObservation;
import io.carriageway.conditions.ComputeSpeedRatio;
import io.carriageway.conditions.ConditionsInput;
import io.carriageway.conditions.ConditionsMetrics;
import io.carriageway.conditions.LocateFrames;
import io.carriageway.conditions.LocateStatus;
import io.carriageway.conditions.RoadConditionsFunction;
import io.carriageway.conditions.SpeedRatio;
import io.carriageway.conditions.ZoneFold;
import io.carriageway.conditions.ZonePartial;
import io.carriageway.conditions.ZoneTraffic;
import io.carriageway.conditions.ZoneTrafficWindow;
import io.carriageway.event.VehicleClass;
import io.carriageway.geo.RoadNetwork;
import io.carriageway.row.RoadConditions5m;
import io.carriageway.telemetry.MapMatcher;
import io.carriageway.window.IgnoreIdleness;
import io.carriageway.window.PreAggregateOperator;
import io.carriageway.window.TumblingWindowFunction;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

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
 * Zones, stations and accidents are few, so what they come to meets under one key. Another job owns each of the topics
 * and says what became of its records; here the accepted ones are taken.
 */
final class ConditionsPipeline {

    private static final String ONE_KEY = "city";

    /** Speeds that the fold holds at the most; some megabytes. */
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
        var news = named(
                        traffic(partials, config).map(ConditionsInput::of).returns(ConditionsInput.class),
                        "traffic-input")
                .union(observations, reports);
        var conditions = named(
                news.keyBy(one -> ONE_KEY)
                        .process(new RoadConditionsFunction(
                                config.windows(), config.accidentActiveFor(), config.passed()))
                        .returns(RoadConditions5m.class),
                "road-conditions-5m");
        outputs.conditions().accept(conditions);
        outputs.alerting().attach(conditions, new ConditionsMetrics(), config.timing());
    }

    private static DataStream<ZonePartial> frames(ConditionsInputs inputs) {
        var frames = inputs.detections().passed();
        return chained(frames.map(new LocateFrames()).returns(ZonePartial.class), frames, "locate-frames");
    }

    /** Up to the fold in the source's chain: only partial results are shuffled. */
    private static DataStream<ZonePartial> speeds(
            ConditionsInputs inputs, ConditionsPipelineConfig config, RoadNetwork network) {
        var reports = inputs.telemetry().passed();
        var motor = chained(
                reports.filter(report -> report.event().getVehicleClass() != VehicleClass.BICYCLE), reports, "motor");
        var matched = chained(motor.map(new MapMatcher(network, config.limits())), reports, "map-match");
        var rated = chained(
                matched.flatMap(new ComputeSpeedRatio(network)).returns(SpeedRatio.class), reports, "speed-ratio");
        return chained(
                rated.transform(
                        "pre-aggregate-speeds",
                        TypeInformation.of(ZonePartial.class),
                        new PreAggregateOperator<>(new ZoneFold(config.windows()), FOLDED_SPEEDS)),
                reports,
                "pre-aggregate-speeds");
    }

    private static DataStream<ZoneTraffic> traffic(DataStream<ZonePartial> partials, ConditionsPipelineConfig config) {
        var traffic = named(
                partials.keyBy(ZonePartial::zoneId)
                        .process(new TumblingWindowFunction<>(
                                config.windows(),
                                new ZoneTrafficWindow(),
                                TypeInformation.of(ZoneTrafficWindow.Sum.class)))
                        .returns(ZoneTraffic.class),
                "zone-traffic");
        return named(
                traffic.transform("traffic-ignore-idleness", traffic.getType(), new IgnoreIdleness<>()),
                "traffic-ignore-idleness");
    }

    /**
     * No partials, only the time: where cameras and vehicles are silent the windows of traffic must end as those of the
     * zones do, or what they counted comes when the zones are final.
     */
    private static DataStream<ZonePartial> clock(DataStream<ConditionsInput> news, String name) {
        FlatMapFunction<ConditionsInput, ZonePartial> nothing = (one, out) -> {};
        return named(news.flatMap(nothing).returns(ZonePartial.class), name);
    }

    private static DataStream<ConditionsInput> observations(ConditionsInputs inputs) {
        var observed = inputs.weather().passed();
        return named(
                observed.map(arrived -> ConditionsInput.of(StationObservation.of(arrived.event())))
                        .returns(ConditionsInput.class),
                "observation-input");
    }

    private static DataStream<ConditionsInput> reports(ConditionsInputs inputs) {
        var reports = inputs.accidents().passed();
        var located = named(reports.map(new LocateStatus()), "locate-reports");
        return named(located.map(ConditionsInput::of).returns(ConditionsInput.class), "report-input");
    }

    /** Keeps a step in the chain of the one before, whatever the job's parallelism. */
    private static <T> SingleOutputStreamOperator<T> chained(
            SingleOutputStreamOperator<T> step, DataStream<?> before, String name) {
        return named(step.setParallelism(before.getParallelism()), name);
    }

    private static <T> SingleOutputStreamOperator<T> named(SingleOutputStreamOperator<T> step, String name) {
        return step.name(name).uid(name);
    }
}
