package io.carriageway.verify.upgrade;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.trial.TrialJob;

/**
 * A job that is stopped when it has read the first half of its input, the same in every version: windows are open,
 * events are remembered, alerts are raised, and nothing is on its way to a store.
 */
record HalfWay(Trial trial, String savepoint) {

    static final int PARTS = 2;

    private static final long SEED = 11;
    private static final int PARALLELISM = 2;

    static HalfWay of(Sandbox sandbox, TrialJob job) throws Exception {
        // topics are named in the savepoint
        var trial = job.trial(sandbox, "upgrade_" + job, SEED);
        var id = trial.start(PARALLELISM);
        trial.send(0, PARTS);
        trial.awaitClock(id);
        trial.settle(id);
        return new HalfWay(trial, trial.run().stop(id));
    }
}
