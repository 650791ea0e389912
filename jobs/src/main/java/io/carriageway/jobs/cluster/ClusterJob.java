package io.carriageway.jobs.cluster;

import io.carriageway.jobs.io.files.RestorePoints;
import io.carriageway.jobs.io.files.RestorePoints.RestorePoint;
import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/**
 * A job of the suite on a cluster of processes, submitted by {@code flink run}.
 *
 * @param jar the jar of all jobs
 */
public record ClusterJob(FlinkHome home, ClusterClient client, Path jar, String job) {

    private static final String LOGS = "FLINK_LOG_DIR";

    /** Its name in Flink. */
    public String name() {
        return Suite.program(job).flinkName();
    }

    /** The path of the newest savepoint or checkpoint; empty if there is none. */
    public Optional<String> newestState() throws IOException {
        return restorePoints().newest().map(RestorePoint::path);
    }

    private RestorePoints restorePoints() {
        return RestorePoints.of(ClusterClient.configuration(home), job);
    }

    public Optional<JobID> running() throws Exception {
        return client.running(name());
    }

    /** Submits the job and returns when the cluster has accepted it. Prints the output of {@code flink run}. */
    public void submit(Optional<String> state, List<String> flinkOptions, List<String> options) throws Exception {
        var ofFlink = new ArrayList<>(
                List.of("-d", "-Dexecution.checkpointing.dir=" + restorePoints().checkpoints()));
        state.ifPresent(path -> ofFlink.addAll(List.of("-s", path)));
        ofFlink.addAll(flinkOptions);
        run(ofFlink, options);
    }

    /** Runs the job over a range of the past, and returns when its rows are published. Prints its progress. */
    public void replay(List<String> flinkOptions, List<String> options) throws Exception {
        run(flinkOptions, options);
    }

    private void run(List<String> flinkOptions, List<String> options) throws Exception {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("there is no " + jar + ": build it with Maven (package)");
        }
        var command = new ArrayList<>(home.command("flink", "run"));
        command.addAll(flinkOptions);
        command.addAll(List.of("-c", Suite.program(job).mainClass().getName(), jar.toString()));
        command.addAll(options);
        var run = new ProcessBuilder(command).inheritIO();
        var logs = run.environment().get(LOGS);
        run.environment()
                .putAll(home.environment(logs == null ? home.confFolder().resolveSibling("log") : Path.of(logs)));
        if (run.start().waitFor() != 0) {
            throw new IllegalStateException("flink run of the job has failed; the lines above say why");
        }
    }

    /**
     * Stops the running job with a savepoint and returns its path.
     *
     * @param drain whether no more input will come: windows close
     */
    public String stop(JobID running, boolean drain) throws Exception {
        return client.stop(running, drain, restorePoints().savepoints()).get();
    }
}
