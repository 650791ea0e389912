package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentLifecycleConfig;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.jobs.input.IntakeConfig;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.schemas.WriterSchemas;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/**
 * The settings that decide the rows of accidents.
 *
 * @param reportLimit time after an accident during which reports on it are accepted
 */
record AccidentPipelineConfig(
        IntakeConfig<AccidentReport> intake,
        IntakeConfig<WeatherObservation> weatherIntake,
        Duration reportLimit,
        MatchConfig limits) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Takes how near to a road an accident is on it, and {@code schemas} as {@link IntakeConfig} does. */
    static AccidentPipelineConfig of(
            Configuration given, EventTimeConfig timing, MatchConfig limits, WriterSchemas schemas) {
        return new AccidentPipelineConfig(
                IntakeConfig.of(AccidentJob.TOPIC, given, timing, schemas),
                IntakeConfig.of(WeatherJob.TOPIC, given, timing, schemas),
                JobArguments.require(given, ReportOptions.LIMIT),
                limits);
    }

    AccidentLifecycleConfig accidents() {
        var timing = intake.timing();
        return new AccidentLifecycleConfig(
                reportLimit, timing.eventWindows(MINUTE).allowedLateness(), timing.updateInterval());
    }
}
