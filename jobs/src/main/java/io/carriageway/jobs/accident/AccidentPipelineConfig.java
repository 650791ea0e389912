package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentLifecycleConfig;
import io.carriageway.accident.AccidentRules;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.EventTimeConfig;
import io.carriageway.jobs.IntakeConfig;
import io.carriageway.schemas.WriterSchemas;
import io.carriageway.weather.WeatherRules;
import java.time.Duration;

/**
 * What decides the rows of accidents.
 *
 * @param reportLimit how long after an accident reports on it are taken
 * @param schemas as in {@link IntakeConfig}
 */
record AccidentPipelineConfig(EventTimeConfig timing, Duration reportLimit, MatchConfig limits, WriterSchemas schemas) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    IntakeConfig<AccidentReport> intake() {
        return new IntakeConfig<>(new AccidentRules(reportLimit), timing, schemas);
    }

    IntakeConfig<WeatherObservation> weatherIntake() {
        return new IntakeConfig<>(new WeatherRules(), timing, schemas);
    }

    AccidentLifecycleConfig accidents() {
        return new AccidentLifecycleConfig(
                reportLimit, timing.eventWindows(MINUTE).allowedLateness(), timing.updateInterval());
    }
}
