package io.carriageway.jobs.conditions;

import io.carriageway.geo.MatchConfig;
import io.carriageway.jobs.input.EventTimeConfig;
import io.carriageway.window.WindowRule;
import java.time.Duration;
import java.time.Instant;

/**
 * What decides the rows of conditions.
 *
 * @param accidentActiveFor how long a report of an ACTIVE accident holds
 * @param passed a time that input has passed for certain, although what is read may end before
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
