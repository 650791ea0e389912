package io.carriageway.jobs.accident;

import io.carriageway.accident.AccidentTiming;
import io.carriageway.geo.MatchLimits;
import io.carriageway.jobs.TopicTiming;
import java.time.Duration;

/**
 * What decides the rows of accidents.
 *
 * @param reportLimit how long after an accident reports on it are taken
 */
record AccidentSettings(TopicTiming timing, Duration reportLimit, MatchLimits limits) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    AccidentTiming accidents() {
        return new AccidentTiming(reportLimit, timing.eventWindows(MINUTE).hold(), timing.updateInterval());
    }
}
