package io.carriageway.jobs.weather;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.EventInput;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeConfig;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.weather.WeatherRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * Everything that can be set about the weather job.
 *
 * @param topic the topic read
 * @param group the consumer group that commits offsets, for monitoring only
 */
record WeatherConfig(
        JobResources resources,
        String topic,
        String group,
        IntakeConfig<WeatherObservation> intake,
        AlertOptions alerts) {

    private static final ConfigOption<String> TOPIC =
            key("topic.weather").stringType().defaultValue("weather").withDescription("Topic of the observations.");
    private static final ConfigOption<String> GROUP = key("kafka.group")
            .stringType()
            .defaultValue("carriageway-weather")
            .withDescription(
                    "Consumer group under which progress is shown. Where the job starts is decided by its checkpoint.");

    static final List<ConfigOption<?>> OPTIONS = options();

    static WeatherConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobResources.ENVIRONMENT);
        var resources = JobResources.of(given);
        resources.replay().requireWhole(WeatherPipeline.WINDOW);
        return new WeatherConfig(
                resources,
                JobArguments.require(given, TOPIC),
                JobArguments.require(given, GROUP),
                new IntakeConfig<>(new WeatherRules(), EventTimeConfig.of(given), resources.registry()),
                AlertOptions.of(given));
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(List.of(TOPIC, GROUP));
        options.addAll(JobResources.OPTIONS);
        options.addAll(EventTimeConfig.OPTIONS);
        options.addAll(AlertOptions.OPTIONS);
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }

    EventInput<WeatherObservationRow, WeatherObservation> observations() {
        return EventInput.owned(topic, group, intake, EventDataset.WEATHER);
    }
}
