package io.carriageway.jobs.accident;

import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.JobResourceOptions;
import io.carriageway.jobs.JobResources;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.RoadConfig;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.row.AccidentReportRow;
import io.carriageway.row.WeatherObservationRow;
import java.io.IOException;

/** The accident job's options, parsed; {@code group} is for monitoring only. */
record AccidentConfig(
        JobResources resources,
        String topic,
        String weatherTopic,
        String group,
        RoadConfig roads,
        AccidentPipelineConfig pipeline,
        AccidentReach reach) {

    /** A report has no heading, so segments of every direction match. */
    private static final double ANY_HEADING = 180;

    static AccidentConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, AccidentOptions.ALL, JobResourceOptions.ENVIRONMENT);
        var resources = JobResources.of(given);
        var timing = EventTimeConfig.of(given, AccidentJob.TOPIC);
        resources.replay().requireWhole(timing.eventWindows(AccidentReach.HOUR));
        var roads = RoadConfig.of(given);
        return new AccidentConfig(
                resources,
                JobArguments.require(given, AccidentJob.TOPIC.option()),
                JobArguments.require(given, WeatherJob.TOPIC.option()),
                JobArguments.require(given, AccidentOptions.GROUP),
                roads,
                AccidentPipelineConfig.of(
                        given, timing, new MatchConfig(roads.distanceMetres(), ANY_HEADING), resources.registry()),
                AccidentReach.of(
                        resources.replay(),
                        JobArguments.require(given, ReportOptions.LIMIT),
                        JobArguments.optional(given, AccidentOptions.LOOKAHEAD)));
    }

    EventInput<AccidentReportRow, AccidentReport> reports() {
        return EventInput.owned(topic, group, pipeline.intake(), AccidentJob.TOPIC)
                .reaching(reach.lookback(), reach.lookahead());
    }

    /** The weather shows that time has passed. */
    EventInput<WeatherObservationRow, WeatherObservation> observations() {
        return EventInput.read(weatherTopic, group, pipeline.weatherIntake(), WeatherJob.TOPIC)
                .reaching(AccidentReach.OBSERVATIONS_HOLD, reach.lookahead());
    }
}
