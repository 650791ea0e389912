package io.carriageway.sandbox;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.jobs.camera.CameraJob;
import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.jobs.weather.WeatherJob;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.fs.FileSystem;

/**
 * Runs one job on the cores of this machine, against stores of anywhere: a replay needs no cluster. Flink's own
 * settings, those of S3 among them, come from config.yaml in the folder that FLINK_CONF_DIR names.
 */
public final class LocalRun {

    private interface Job {
        void main(String... arguments) throws Exception;
    }

    private static final Map<String, Job> JOBS = Map.of(
            "camera", CameraJob::main,
            "telemetry", TelemetryJob::main,
            "weather", WeatherJob::main,
            "accident", AccidentJob::main,
            "conditions", ConditionsJob::main);

    private LocalRun() {}

    /** The job's name, then its options. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 0 || !JOBS.containsKey(arguments[0])) {
            System.err.println("which job? JOB is one of " + String.join(", ", new TreeSet<>(JOBS.keySet())));
            System.exit(2);
        }
        var configuration = GlobalConfiguration.loadConfiguration();
        FileSystem.initialize(configuration, S3Plugin.load(Servers.buildFolder().resolve("plugins"), configuration));
        JOBS.get(arguments[0]).main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
