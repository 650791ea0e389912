package io.carriageway.jobs.daily;

import io.carriageway.jobs.io.jdbc.publish.AbandonedRuns;
import java.time.Duration;

/** Marks bounded runs as failed if their clients disappeared, and drops their staging tables. */
record AbandonedReplays(DailyConfig config) implements Step {

    /** Age above which a running replay counts as abandoned. No replay of a day takes as long. */
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
