package io.carriageway.verify.chaos;

import io.carriageway.sandbox.Eventually;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.JobID;

/** Stops a job with a savepoint. The job may be restarting, so the request is repeated until it is accepted. */
record Stop(ChaosCluster place, JobID job) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    String with(boolean drain) throws Exception {
        var savepoint = new AtomicReference<String>();
        Eventually.holds("job " + job + " stops with a savepoint", LIMIT, () -> {
            try {
                savepoint.set(place.stop(job, drain));
            } catch (ExecutionException e) {
                return false;
            }
            return true;
        });
        Eventually.holds("job " + job + " has ended", LIMIT, () -> place.client()
                .status(job)
                .isTerminalState());
        return savepoint.get();
    }
}
