package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.jdbc.publish.AbandonedRuns;
import java.time.Duration;

/** Gives up bounded runs whose clients went away, and drops the tables that they put rows aside in. */
record AbandonedReplays(DailyConfig config) implements Step {

    /** No replay of a day takes as long. */
    private static final Duration LONGEST = Duration.ofDays(2);

    @Override
    public String name() {
        return "abandoned replays";
    }

    @Override
    public String run() throws Exception {
        return config.dryRun() ? "left" : AbandonedRuns.drop(config.mysql(), LONGEST) + " tables dropped";
    }
}
