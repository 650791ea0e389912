package io.carriageway.jobs.conditions;

import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;

/**
 * The settings that decide the rows of conditions.
 *
 * @param accidentActiveFor time for which a report of an ACTIVE accident holds
 * @param passed a time that the input has certainly passed, although the part that is read may end earlier
 */
record ConditionsPipelineConfig(
        EventTimeConfig timing, Duration accidentActiveFor, MatchConfig limits, Instant passed) {

    static final Duration WINDOW = Duration.ofMinutes(5);

    ConditionsPipelineConfig {
        if (accidentActiveFor.toMillis() <= 0) {
            throw new IllegalArgumentException("accident.active-for must be positive, but is " + accidentActiveFor);
        }
    }

    WindowRule windows() {
        return timing.eventWindows(WINDOW);
    }
}
