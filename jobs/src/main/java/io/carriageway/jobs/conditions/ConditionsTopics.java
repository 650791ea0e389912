package io.carriageway.jobs.conditions;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.accident.NearestWeather;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.EventInput;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobResources;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Which topics are read; {@code group} is for monitoring only. */
record ConditionsTopics(String detection, String telemetry, String weather, String accident, String group) {

    private static final ConfigOption<String> DETECTION = key("topic.detection")
            .stringType()
            .defaultValue("detection")
            .withDescription("Topic of what the model saw, as the camera job writes it.");
    private static final ConfigOption<String> TELEMETRY = key("topic.vehicle-telemetry")
            .stringType()
            .defaultValue("vehicle-telemetry")
            .withDescription("Topic of the position reports.");
    private static final ConfigOption<String> WEATHER =
            key("topic.weather").stringType().defaultValue("weather").withDescription("Topic of the observations.");
    private static final ConfigOption<String> ACCIDENT = key("topic.accident")
            .stringType()
            .defaultValue("accident")
            .withDescription("Topic of the accident reports.");
    private static final ConfigOption<String> GROUP = key("kafka.group")
            .stringType()
            .defaultValue("carriageway-conditions")
            .withDescription(
                    "Consumer group under which progress is shown. Where the job starts is decided by its checkpoint.");

    private static final Duration OBSERVATIONS_HOLD = Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS);

    static final List<ConfigOption<?>> OPTIONS = List.of(DETECTION, TELEMETRY, WEATHER, ACCIDENT, GROUP);

    static ConditionsTopics of(Configuration given) {
        return new ConditionsTopics(
                JobArguments.require(given, DETECTION),
                JobArguments.require(given, TELEMETRY),
                JobArguments.require(given, WEATHER),
                JobArguments.require(given, ACCIDENT),
                JobArguments.require(given, GROUP));
    }

    /** Accidents are rare, so their topic may be silent; a city without another topic's events allows gaps. */
    ConditionsInputs read(StreamExecutionEnvironment env, JobResources resources, ConditionsPipelineConfig config)
            throws Exception {
        var observed = EventInput.read(weather, group, config.weather(), EventDataset.WEATHER);
        var reported = EventInput.read(accident, group, config.accidents(), EventDataset.ACCIDENT);
        return new ConditionsInputs(
                resources.events(env, EventInput.read(detection, group, config.detections(), EventDataset.DETECTION)),
                resources.events(env, EventInput.read(telemetry, group, config.telemetry(), EventDataset.TELEMETRY)),
                resources.events(env, observed.reaching(OBSERVATIONS_HOLD, Duration.ZERO)),
                resources.events(
                        env,
                        reported.reaching(config.accidentActiveFor(), Duration.ZERO)
                                .ofRareEvents()));
    }
}
