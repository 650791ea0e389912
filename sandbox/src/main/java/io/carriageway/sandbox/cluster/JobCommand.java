package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.S3Plugin;
import io.carriageway.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.flink.core.fs.FileSystem;

/** A command about one job from a terminal, on the sandbox's cluster or on the one that FLINK_CONF_DIR names. */
interface JobCommand {

    List<String> JOBS = Suite.programs().stream().map(Program::name).toList();

    void to(ClusterJob job, List<String> options) throws Exception;

    /** Runs the command and ends the JVM, with status 0 or after printing the reason of the failure. */
    static void run(String[] arguments, JobCommand command) {
        var given = List.of(arguments);
        if (given.isEmpty() || !JOBS.contains(given.get(0))) {
            System.err.println("unknown job: set JOB to one of " + String.join(", ", JOBS));
            System.exit(2);
        }
        try {
            var home = FlinkHome.of(System.getenv(), conf(System.getenv()));
            FileSystem.initialize(
                    ClusterClient.configuration(home),
                    S3Plugin.load(home.plugins(), ClusterClient.configuration(home)));
            try (var client = ClusterClient.of(home)) {
                command.to(new ClusterJob(home, client, given.get(0)), given.subList(1, given.size()));
            }
            System.exit(0);
        } catch (Exception e) {
            System.err.println(given.get(0) + ": " + Printable.of(ExceptionUtils.getRootCauseMessage(e)));
            System.exit(1);
        }
    }

    private static Path conf(Map<String, String> environment) throws Exception {
        var own = environment.get("FLINK_CONF_DIR");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        return environment.containsKey("FLINK_HOME")
                        && !environment.get("FLINK_HOME").isBlank()
                ? null
                : Cluster.folder().resolve("conf");
    }
}
