package io.carriageway.verify.upgrade;

import io.carriageway.sandbox.Sandbox;
import io.carriageway.verify.oracle.Trial;
import io.carriageway.verify.trial.TrialJob;

/**
 * A job that is stopped after the first half of its input, which is the same in every version. Windows are open,
 * identities are stored, alerts are raised, and no row is pending.
 */
record HalfWay(Trial trial, String savepoint) {

    static final int PARTS = 2;

    private static final long SEED = 11;
    private static final int PARALLELISM = 2;

    static HalfWay of(Sandbox sandbox, TrialJob job) throws Exception {
        // the savepoint contains the names of the topics
        var trial = job.trial(sandbox, "upgrade_" + job, SEED);
        var id = trial.start(PARALLELISM);
        trial.send(0, PARTS);
        trial.awaitClock(id);
        trial.settle(id);
        return new HalfWay(trial, trial.run().stop(id));
    }
}
