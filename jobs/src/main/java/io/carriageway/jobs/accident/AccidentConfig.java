package io.carriageway.jobs.accident;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.EventInput;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.ReplayOptions;
import io.carriageway.jobs.RoadOptions;
import io.carriageway.jobs.io.kafka.KafkaOptions;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** Everything that can be set about the accident job; {@code group} is for monitoring only. */
record AccidentConfig(
        JobResources resources,
        String topic,
        String weatherTopic,
        String group,
        RoadOptions roads,
        AccidentPipelineConfig pipeline,
        AccidentReach reach) {

    private static final ConfigOption<String> GROUP = KafkaOptions.group(AccidentJob.JOB.flinkName());
    private static final ConfigOption<Duration> LOOKAHEAD = key("accident.lookahead")
            .durationType()
            .noDefaultValue()
            .withDescription(
                    "How long after its range a replay reads reports. An hour with an accident that may go on longer is not written. Less than twice report.limit is refused. Default: twice report.limit.");

    static final List<ConfigOption<?>> OPTIONS = options();

    /** A report has no heading, so every direction will do. */
    private static final double ANY_HEADING = 180;

    static AccidentConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, OPTIONS, JobResources.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, AccidentJob.TOPIC);
        resources.replay().requireWhole(timing.eventWindows(AccidentReach.HOUR));
        var roads = RoadOptions.of(given);
        var reportLimit = JobArguments.require(given, EventTimeConfig.REPORT_LIMIT);
        return new AccidentConfig(
                resources,
                JobArguments.require(given, AccidentJob.TOPIC.option()),
                JobArguments.require(given, WeatherJob.TOPIC.option()),
                JobArguments.require(given, GROUP),
                roads,
                new AccidentPipelineConfig(
                        timing,
                        reportLimit,
                        new MatchConfig(roads.distanceMetres(), ANY_HEADING),
                        resources.registry()),
                AccidentReach.of(resources.replay(), reportLimit, JobArguments.optional(given, LOOKAHEAD)));
    }

    private static List<ConfigOption<?>> options() {
        var options = new ArrayList<ConfigOption<?>>(List.of(
                AccidentJob.TOPIC.option(), WeatherJob.TOPIC.option(), GROUP, EventTimeConfig.REPORT_LIMIT, LOOKAHEAD));
        options.addAll(RoadOptions.OPTIONS);
        options.addAll(JobResources.OPTIONS);
        options.addAll(EventTimeConfig.options(AccidentJob.TOPIC));
        options.addAll(ReplayOptions.ALL);
        return List.copyOf(options);
    }

    EventInput<AccidentReportRow, AccidentReport> reports() {
        return EventInput.owned(topic, group, pipeline.intake(), AccidentJob.TOPIC)
                .reaching(reach.lookback(), reach.lookahead());
    }

    /** That time has passed is shown by the weather. */
    EventInput<WeatherObservationRow, WeatherObservation> observations() {
        return EventInput.read(weatherTopic, group, pipeline.weatherIntake(), WeatherJob.TOPIC)
                .reaching(AccidentReach.OBSERVATIONS_HOLD, reach.lookahead());
    }
}
