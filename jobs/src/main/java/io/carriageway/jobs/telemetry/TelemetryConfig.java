package io.carriageway.jobs.telemetry;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.alert.AlertConfig;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.input.RoadConfig;
import io.carriageway.jobs.input.RoadOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.row.VehicleTelemetryRow;
import java.io.IOException;
import java.time.Duration;

/** The telemetry job's options, parsed; {@code group} is for monitoring only. */
record TelemetryConfig(
        JobResources resources,
        String topic,
        String group,
        RoadConfig roads,
        MatchConfig limits,
        Duration journeyGap,
        Duration journeyLookahead,
        IntakeConfig<VehicleTelemetry> intake,
        AlertConfig alerts) {

    TelemetryConfig {
        if (resources.replay().isBounded() && journeyLookahead.compareTo(journeyGap) < 0) {
            throw new IllegalArgumentException("journey.lookahead must not be below journey.gap, but they are %s and %s"
                    .formatted(journeyLookahead, journeyGap));
        }
    }

    static TelemetryConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, TelemetryOptions.ALL, JobResourceOptions.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, TelemetryJob.TOPIC);
        resources.replay().requireWhole(timing.eventWindows(TelemetryPipeline.WINDOW));
        var roads = RoadConfig.of(given);
        return new TelemetryConfig(
                resources,
                JobArguments.require(given, TelemetryJob.TOPIC.option()),
                JobArguments.require(given, TelemetryOptions.GROUP),
                roads,
                new MatchConfig(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                JobArguments.require(given, TelemetryOptions.GAP),
                JobArguments.require(given, TelemetryOptions.LOOKAHEAD),
                IntakeConfig.of(TelemetryJob.TOPIC, given, timing, resources.registry()),
                AlertConfig.of(given));
    }

    EventInput<VehicleTelemetryRow, VehicleTelemetry> reports() {
        return EventInput.owned(topic, group, intake, TelemetryJob.TOPIC).reaching(journeyGap, journeyLookahead);
    }
}
