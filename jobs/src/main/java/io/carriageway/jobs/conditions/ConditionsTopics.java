package io.carriageway.jobs.conditions;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.accident.NearestWeather;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobStores;
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
    ConditionsInputs read(StreamExecutionEnvironment env, JobStores stores, ConditionsSettings settings)
            throws InterruptedException {
        var kafka = stores.kafka();
        var replay = stores.replay();
        var limits = settings.timing().limits();
        var seen = replay.arrivals(settings.detections().timing().limits());
        var observed = replay.arrivals(limits, Duration.ofMillis(NearestWeather.MAX_AGE_MILLIS), Duration.ZERO);
        var reported = replay.arrivals(limits, settings.accidentActiveFor(), Duration.ZERO);
        return new ConditionsInputs(
                kafka.read(env, detection, group, seen),
                kafka.read(env, telemetry, group, replay.arrivals(limits)),
                kafka.read(env, weather, group, observed),
                kafka.read(env, accident, group, reported.ofRareEvents()));
    }
}
