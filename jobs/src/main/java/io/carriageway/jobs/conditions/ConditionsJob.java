package io.carriageway.jobs.conditions;

import io.carriageway.jobs.Environments;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.output.JobSinks;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.RoadConditions5m;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Describes the roads of each zone. It reads the topics of the other jobs and topic detection, and owns none. */
public final class ConditionsJob {

    static final Table<RoadConditions5m> ROAD_CONDITIONS_5M = Table.windowed(
            "road_conditions_5m", RoadConditions5m.class, ConditionsPipelineConfig.WINDOW, "zone_id", "window_start");

    public static final JobDefinition JOB = JobDefinition.named("conditions", ConditionsJob.class)
            .reads(CameraJob.DETECTION, TelemetryJob.TOPIC, WeatherJob.TOPIC, AccidentJob.TOPIC)
            .writes(ROAD_CONDITIONS_5M)
            .raisesAlerts()
            .attachedBy(ConditionsJob::attach, () -> ConditionsOptions.ALL);

    private ConditionsJob() {}

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }

    /** Builds the job from its options, without executing it. */
    public static JobSinks attach(StreamExecutionEnvironment env, String... args) throws Exception {
        var config = ConditionsConfig.from(args);
        var resources = config.resources();
        var network = config.roads().read();
        Environments.prepare(env, resources.replay());
        var inputs = config.topics().read(env, resources);
        var sinks = JobSinks.open(resources, JOB.flinkName());
        ConditionsPipeline.attach(inputs, config.pipeline(), network, ConditionsSinks.of(config, sinks));
        return sinks;
    }
}
