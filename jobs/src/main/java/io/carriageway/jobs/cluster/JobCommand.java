package io.carriageway.jobs.cluster;

import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.io.files.FileSystems;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.text.Printable;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** A command about one job from a terminal, on the cluster of the Flink that FLINK_HOME and FLINK_CONF_DIR name. */
interface JobCommand {

    List<String> JOBS = Suite.programs().stream().map(Program::name).toList();

    void to(ClusterJob job, CommandArguments arguments) throws Exception;

    /** Runs the command and ends the JVM, with status 0 or after printing the reason of the failure. */
    static void run(String name, String[] arguments, JobCommand command) {
        if (arguments.length == 0 || !JOBS.contains(arguments[0])) {
            System.err.printf("%s: unknown job; name one of %s%n", name, String.join(", ", JOBS));
            System.exit(2);
        }
        try {
            var home = FlinkHome.of(System.getenv());
            FileSystems.open();
            try (var client = ClusterClient.of(home)) {
                client.requireAnswer();
                var given = CommandArguments.of(List.of(arguments).subList(1, arguments.length));
                command.to(new ClusterJob(home, client, ownJar(), arguments[0]), given);
            }
            System.exit(0);
        } catch (Exception e) {
            System.err.println(name + " " + arguments[0] + ": " + reason(e));
            System.exit(1);
        }
    }

    /** The jar from which this command runs; it is that of the jobs. */
    private static Path ownJar() throws Exception {
        return Path.of(JobCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    /** The first line of the message that is nearest to the cause; Flink's client puts traces into messages. */
    private static String reason(Exception e) {
        var root = ExceptionUtils.getRootCause(e);
        var message = root.getMessage() == null ? root.toString() : root.getMessage();
        return Printable.of(message.lines().findFirst().orElse(root.toString()));
    }
}
