package io.carriageway.jobs.conditions;

import io.carriageway.accident.AccidentRules;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeConfig;
import io.carriageway.schemas.WriterSchemas;
import io.carriageway.telemetry.TelemetryRules;
import io.carriageway.weather.WeatherRules;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;

/**
 * What decides the rows of conditions.
 *
 * @param reportLimit how long after an accident reports on it are taken
 * @param accidentActiveFor how long a report of an ACTIVE accident holds
 * @param schemas as in {@link IntakeConfig}
 * @param passed a time that input has passed for certain, although what is read may end before
 */
record ConditionsPipelineConfig(
        EventTimeConfig timing,
        Duration reportLimit,
        Duration accidentActiveFor,
        MatchConfig limits,
        WriterSchemas schemas,
        Instant passed) {

    static final Duration WINDOW = Duration.ofMinutes(5);

    ConditionsPipelineConfig {
        if (accidentActiveFor.toMillis() <= 0) {
            throw new IllegalArgumentException("accident.active-for must be positive, but is " + accidentActiveFor);
        }
    }

    WindowRule windows() {
        return timing.eventWindows(WINDOW);
    }

    IntakeConfig<FrameDetections> detections() {
        return IntakeConfig.ofDetections(timing, schemas);
    }

    IntakeConfig<VehicleTelemetry> telemetry() {
        return new IntakeConfig<>(new TelemetryRules(), timing, schemas);
    }

    IntakeConfig<WeatherObservation> weather() {
        return new IntakeConfig<>(new WeatherRules(), timing, schemas);
    }

    IntakeConfig<AccidentReport> accidents() {
        return new IntakeConfig<>(new AccidentRules(reportLimit), timing, schemas);
    }
}
