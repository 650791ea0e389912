package io.carriageway.jobs.conditions;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.RoadOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the conditions job. */
record ConditionsConfig(
        JobResources resources,
        ConditionsTopics topics,
        RoadOptions roads,
        ConditionsPipelineConfig pipeline,
        AlertOptions alerts) {

    private static final ConfigOption<Duration> ACTIVE_FOR = key("accident.active-for")
            .durationType()
            .defaultValue(Duration.ofHours(3))
            .withDescription(
                    "How long an accident that was reported active counts as active when no other report on it comes.");

    static final List<ConfigOption<?>> OPTIONS = options();

    static ConditionsConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobResources.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given);
        resources.replay().requireWhole(timing.eventWindows(ConditionsPipelineConfig.WINDOW));
        var roads = RoadOptions.of(given);
        return new ConditionsConfig(
                resources,
                ConditionsTopics.of(given),
                roads,
                new ConditionsPipelineConfig(
                        timing,
                        JobArguments.require(given, EventTimeConfig.REPORT_LIMIT),
                        JobArguments.require(given, ACTIVE_FOR),
                        new MatchConfig(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                        resources.registry(),
                        resources.replay().passed()),
                AlertOptions.of(given));
    }

    private static List<ConfigOption<?>> options() {
        var options =
                new ArrayList<ConfigOption<?>>(List.of(ACTIVE_FOR, RoadOptions.HEADING, EventTimeConfig.REPORT_LIMIT));
        options.addAll(ConditionsTopics.OPTIONS);
        options.addAll(RoadOptions.OPTIONS);
        options.addAll(JobResources.OPTIONS);
        options.addAll(EventTimeConfig.OPTIONS);
        options.addAll(AlertOptions.OPTIONS);
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }
}
