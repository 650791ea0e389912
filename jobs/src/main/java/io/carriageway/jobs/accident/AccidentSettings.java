package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentRules;
import io.carriageway.accident.AccidentTiming;
import io.carriageway.event.AccidentReport;
import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.MatchLimits;
import io.carriageway.jobs.IntakeSettings;
import io.carriageway.jobs.TopicTiming;
import io.carriageway.schemas.WriterSchemas;
import io.carriageway.weather.WeatherRules;
import java.time.Duration;

/**
 * What decides the rows of accidents.
 *
 * @param reportLimit how long after an accident reports on it are taken
 * @param schemas as in {@link IntakeSettings}
 */
record AccidentSettings(TopicTiming timing, Duration reportLimit, MatchLimits limits, WriterSchemas schemas) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    IntakeSettings<AccidentReport> intake() {
        return new IntakeSettings<>(new AccidentRules(reportLimit), timing, schemas);
    }

    IntakeSettings<WeatherObservation> weatherIntake() {
        return new IntakeSettings<>(new WeatherRules(), timing, schemas);
    }

    AccidentTiming accidents() {
        return new AccidentTiming(reportLimit, timing.eventWindows(MINUTE).hold(), timing.updateInterval());
    }
}
