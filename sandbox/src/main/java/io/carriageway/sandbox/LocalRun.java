package io.carriageway.sandbox;

import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.servers.Servers;
import java.util.Arrays;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;

/**
 * Runs one job in this process, against stores anywhere: a replay needs no cluster. Flink's own settings, including
 * those of S3, come from config.yaml in the folder that FLINK_CONF_DIR names.
 */
public final class LocalRun {

    private LocalRun() {}

    /** The job's name, then its options. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0 || !Suite.jobNames().contains(arguments[0])) {
            System.err.println("unknown job: set JOB to one of " + String.join(", ", Suite.jobNames()));
            System.exit(2);
        }
        var configuration = GlobalConfiguration.loadConfiguration();
        FileSystem.initialize(configuration, S3Plugin.load(Servers.buildFolder().resolve("plugins"), configuration));
        Suite.job(arguments[0]).run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
