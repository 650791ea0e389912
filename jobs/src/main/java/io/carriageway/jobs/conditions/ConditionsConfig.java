package io.carriageway.jobs.conditions;

import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.alert.AlertConfig;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.RoadConfig;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;

/** The conditions job's options, parsed. */
record ConditionsConfig(
        JobResources resources,
        ConditionsTopics topics,
        RoadConfig roads,
        ConditionsPipelineConfig pipeline,
        AlertConfig alerts) {

    static ConditionsConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, ConditionsOptions.ALL, JobResourceOptions.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given);
        resources.replay().requireWhole(timing.eventWindows(ConditionsPipelineConfig.WINDOW));
        var roads = RoadConfig.of(given);
        return new ConditionsConfig(
                resources,
                ConditionsTopics.of(given, timing, resources.registry()),
                roads,
                new ConditionsPipelineConfig(
                        timing,
                        JobArguments.require(given, ConditionsOptions.ACTIVE_FOR),
                        new MatchConfig(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                        resources.replay().passed()),
                AlertConfig.of(given));
    }
}
