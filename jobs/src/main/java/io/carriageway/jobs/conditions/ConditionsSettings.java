package io.carriageway.jobs.conditions;

import io.carriageway.accident.AccidentRules;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.FrameDetections;
import io.carriageway.event.VehicleTelemetry;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchLimits;
import io.carriageway.jobs.IntakeSettings;
import io.carriageway.jobs.TopicTiming;
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
 * @param schemas as in {@link IntakeSettings}
 * @param passed a time that input has passed for certain, although what is read may end before
 */
record ConditionsSettings(
        TopicTiming timing,
        Duration reportLimit,
        Duration accidentActiveFor,
        MatchLimits limits,
        WriterSchemas schemas,
        Instant passed) {

    static final Duration WINDOW = Duration.ofMinutes(5);

    ConditionsSettings {
        if (accidentActiveFor.toMillis() <= 0) {
            throw new IllegalArgumentException("accident.active-for must be positive, but is " + accidentActiveFor);
        }
    }

    WindowRule windows() {
        return timing.eventWindows(WINDOW);
    }

    IntakeSettings<FrameDetections> detections() {
        return IntakeSettings.ofDetections(timing, schemas);
    }

    IntakeSettings<VehicleTelemetry> telemetry() {
        return new IntakeSettings<>(new TelemetryRules(), timing, schemas);
    }

    IntakeSettings<WeatherObservation> weather() {
        return new IntakeSettings<>(new WeatherRules(), timing, schemas);
    }

    IntakeSettings<AccidentReport> accidents() {
        return new IntakeSettings<>(new AccidentRules(reportLimit), timing, schemas);
    }
}
