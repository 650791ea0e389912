package io.carriageway.jobs.cluster;

/**
 * Runs a job over a range of the past on the cluster, beside the live job, and waits until its rows are published.
 * Arguments: job, options of the job with {@code --from} and {@code --to}, {@code -p n} for the parallelism.
 */
public final class RunReplay {

    private RunReplay() {}

    public static void main(String... arguments) {
        JobCommand.run("replay", arguments, (job, given) -> {
            if (given.isFresh()) {
                throw new IllegalArgumentException("a replay has no state, so it does not take --fresh");
            }
            if (!given.gives("from") || !given.gives("to")) {
                throw new IllegalArgumentException(
                        "it needs a range: --from 2026-07-01T00:00:00Z --to 2026-07-02T00:00:00Z");
            }
            job.replay(given.flink(), given.job());
        });
    }
}
