package io.carriageway.jobs.telemetry;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.VehicleTelemetry;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.EventInput;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeConfig;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.RoadOptions;
import io.carriageway.jobs.alert.AlertOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.row.VehicleTelemetryRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the telemetry job; {@code group} is for monitoring only. */
record TelemetryConfig(
        JobResources resources,
        String topic,
        String group,
        RoadOptions roads,
        MatchConfig limits,
        Duration journeyGap,
        Duration journeyLookahead,
        IntakeConfig<VehicleTelemetry> intake,
        AlertOptions alerts) {

    private static final ConfigOption<String> GROUP = KafkaOptions.group(TelemetryJob.JOB.flinkName());
    private static final ConfigOption<Duration> GAP = key("journey.gap")
            .durationType()
            .defaultValue(Duration.ofMinutes(5))
            .withDescription("A longer time without a report of a vehicle ends its journey.");

    private static final ConfigOption<Duration> LOOKAHEAD = key("journey.lookahead")
            .durationType()
            .defaultValue(Duration.ofHours(4))
            .withDescription(
                    "How long after its range a replay looks for the ends of journeys. A journey that may go on longer is not written.");

    static final List<ConfigOption<?>> OPTIONS = options();

    TelemetryConfig {
        if (resources.replay().isBounded() && journeyLookahead.compareTo(journeyGap) < 0) {
            throw new IllegalArgumentException("journey.lookahead must not be below journey.gap, but they are %s and %s"
                    .formatted(journeyLookahead, journeyGap));
        }
    }

    static TelemetryConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobResources.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, TelemetryJob.TOPIC);
        resources.replay().requireWhole(timing.eventWindows(TelemetryPipeline.WINDOW));
        var roads = RoadOptions.of(given);
        return new TelemetryConfig(
                resources,
                JobArguments.require(given, TelemetryJob.TOPIC.option()),
                JobArguments.require(given, GROUP),
                roads,
                new MatchConfig(roads.distanceMetres(), JobArguments.require(given, RoadOptions.HEADING)),
                JobArguments.require(given, GAP),
                JobArguments.require(given, LOOKAHEAD),
                new IntakeConfig<>(TelemetryJob.TOPIC.rules().apply(given), timing, resources.registry()),
                AlertOptions.of(given));
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(
                List.of(TelemetryJob.TOPIC.option(), GROUP, RoadOptions.HEADING, GAP, LOOKAHEAD));
        options.addAll(RoadOptions.OPTIONS);
        options.addAll(JobResources.OPTIONS);
        options.addAll(EventTimeConfig.options(TelemetryJob.TOPIC));
        options.addAll(AlertOptions.OPTIONS);
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }

    EventInput<VehicleTelemetryRow, VehicleTelemetry> reports() {
        return EventInput.owned(topic, group, intake, TelemetryJob.TOPIC).reaching(journeyGap, journeyLookahead);
    }
}
