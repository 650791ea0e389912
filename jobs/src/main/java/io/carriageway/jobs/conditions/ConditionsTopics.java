package io.carriageway.jobs.conditions;

import io.carriageway.accident.NearestWeather;
import io.carriageway.jobs.EventInput;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Which topics are read; {@code group} is for monitoring only. */
record ConditionsTopics(String detection, String telemetry, String weather, String accident, String group) {

    private static final ConfigOption<String> GROUP = KafkaOptions.group(ConditionsJob.JOB.flinkName());
    private static final Duration OBSERVATIONS_HOLD = Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS);

    static final List<ConfigOption<?>> OPTIONS = List.of(
            CameraJob.DETECTION.option(),
            TelemetryJob.TOPIC.option(),
            WeatherJob.TOPIC.option(),
            AccidentJob.TOPIC.option(),
            GROUP);

    static ConditionsTopics of(Configuration given) {
        return new ConditionsTopics(
                JobArguments.require(given, CameraJob.DETECTION.option()),
                JobArguments.require(given, TelemetryJob.TOPIC.option()),
                JobArguments.require(given, WeatherJob.TOPIC.option()),
                JobArguments.require(given, AccidentJob.TOPIC.option()),
                JobArguments.require(given, GROUP));
    }

    /** A city without another topic's events allows gaps. */
    ConditionsInputs read(StreamExecutionEnvironment env, JobResources resources, ConditionsPipelineConfig config)
            throws Exception {
        var observed = EventInput.read(weather, group, config.weather(), WeatherJob.TOPIC);
        var reported = EventInput.read(accident, group, config.accidents(), AccidentJob.TOPIC);
        return new ConditionsInputs(
                resources.events(env, EventInput.read(detection, group, config.detections(), CameraJob.DETECTION)),
                resources.events(env, EventInput.read(telemetry, group, config.telemetry(), TelemetryJob.TOPIC)),
                resources.events(env, observed.reaching(OBSERVATIONS_HOLD, Duration.ZERO)),
                resources.events(env, reported.reaching(config.accidentActiveFor(), Duration.ZERO)));
    }
}
