package io.carriageway.jobs.cluster;

/** Stops a job with a savepoint, from which {@link Submit} resumes it. */
public final class Stop {

    private Stop() {}

    public static void main(String... arguments) {
        JobCommand.run("stop", arguments, (job, given) -> {
            given.requireNone();
            var running = job.running().orElseThrow(() -> new IllegalStateException("it is not running"));
            System.out.println(job.job() + " has stopped with savepoint " + job.stop(running, false));
        });
    }
}
