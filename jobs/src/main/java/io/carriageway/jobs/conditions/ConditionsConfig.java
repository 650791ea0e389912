package io.carriageway.jobs.conditions;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.MatchLimits;
import io.carriageway.jobs.JobArguments;
import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.RoadOptions;
import io.carriageway.jobs.TopicTiming;
import io.carriageway.jobs.alert.AlertOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the conditions job. */
record ConditionsConfig(
        JobStores stores,
        ConditionsTopics topics,
        RoadOptions roads,
        ConditionsSettings settings,
        AlertOptions alerts) {

    private static final ConfigOption<Duration> ACTIVE_FOR = key("accident.active-for")
            .durationType()
            .defaultValue(Duration.ofHours(3))
            .withDescription(
                    "How long an accident that was reported active counts as active when no other report on it comes.");

    static final List<ConfigOption<?>> OPTIONS = options();

    static ConditionsConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobStores.ENVIRONMENT);
        var stores = JobStores.of(given);
        stores.replay().requireWhole(ConditionsSettings.WINDOW);
        var roads = RoadOptions.of(given);
        return new ConditionsConfig(
                stores,
                ConditionsTopics.of(given),
                roads,
                new ConditionsSettings(
                        TopicTiming.of(given),
                        JobArguments.require(given, TopicTiming.REPORT_LIMIT),
                        JobArguments.require(given, ACTIVE_FOR),
                        new MatchLimits(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                        stores.registry(),
                        stores.replay().passed()),
                AlertOptions.of(given));
    }

    private static List<ConfigOption<?>> options() {
        var options =
                new ArrayList<ConfigOption<?>>(List.of(ACTIVE_FOR, RoadOptions.HEADING, TopicTiming.REPORT_LIMIT));
        options.addAll(ConditionsTopics.OPTIONS);
        options.addAll(RoadOptions.OPTIONS);
        options.addAll(JobStores.OPTIONS);
        options.addAll(TopicTiming.OPTIONS);
        options.addAll(AlertOptions.OPTIONS);
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }
}
