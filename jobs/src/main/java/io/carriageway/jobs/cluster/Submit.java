package io.carriageway.jobs.cluster;

import java.util.Optional;

/**
 * Submits a job, which resumes from its newest savepoint or retained checkpoint. Arguments: job, options of the job,
 * {@code --fresh} to start without state, {@code -p n} for the parallelism.
 */
public final class Submit {

    private Submit() {}

    public static void main(String... arguments) {
        JobCommand.run("submit", arguments, Submit::submit);
    }

    private static void submit(ClusterJob job, CommandArguments given) throws Exception {
        if (given.gives("from")) {
            throw new IllegalArgumentException("a bounded run cannot resume from state: use bin/replay");
        }
        var running = job.running();
        if (running.isPresent()) {
            throw new IllegalStateException("it runs already, as %s: stop it first".formatted(running.get()));
        }
        var state = given.isFresh() ? Optional.<String>empty() : job.newestState();
        System.out.println(
                state.map(path -> job.job() + " resumes from " + path).orElse(job.job() + " starts without state"));
        job.submit(state, given.flink(), given.job());
    }
}
