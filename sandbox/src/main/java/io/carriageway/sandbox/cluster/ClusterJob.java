package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.cluster.RestorePoints.RestorePoint;
import io.carriageway.sandbox.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/** A job of the suite on a cluster of processes, submitted by {@code flink run}. */
public record ClusterJob(FlinkHome home, ClusterClient client, String job) {

    /** Its name in Flink. */
    public String name() {
        return Suite.program(job).flinkName();
    }

    private static Path jar() throws Exception {
        var jar = Servers.buildFolder()
                .resolve("../../jobs/target/carriageway-jobs.jar")
                .normalize();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("there is no " + jar + ": build it with Maven (package)");
        }
        return jar;
    }

    /** The savepoints and checkpoints from which the job can resume. */
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
        var command = new ArrayList<>(home.command("flink", "run", "-d"));
        command.add("-Dexecution.checkpointing.dir=" + restorePoints().checkpoints());
        state.ifPresent(path -> command.addAll(List.of("-s", path)));
        command.addAll(flinkOptions);
        command.addAll(List.of("-c", Suite.program(job).mainClass().getName(), jar().toString()));
        command.addAll(options);
        var logs = Files.createDirectories(home.confFolder().resolveSibling("log"));
        var run = new ProcessBuilder(command).inheritIO();
        run.environment().putAll(home.environment(logs));
        if (run.start().waitFor() != 0) {
            throw new IllegalStateException("flink run did not submit job " + job);
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
