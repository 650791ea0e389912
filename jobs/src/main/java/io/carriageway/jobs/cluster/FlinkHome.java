package io.carriageway.jobs.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Flink installation with its scripts and the folder of its configuration.
 *
 * @param conf null for the one of the installation
 */
public record FlinkHome(Path path, Path conf) {

    private static final String HOME = "FLINK_HOME";
    private static final String CONF = "FLINK_CONF_DIR";

    /**
     * The Flink in that folder.
     *
     * @throws IllegalStateException if it does not exist, or lacks libraries of the jobs
     */
    public static FlinkHome at(Path path, Path conf) {
        var home = path.toAbsolutePath().normalize();
        if (!Files.exists(home.resolve("bin/flink"))) {
            throw new IllegalStateException("there is no Flink in " + home
                    + ": set FLINK_HOME to a Flink installation (in a checkout, start make cluster)");
        }
        if (!Files.isDirectory(home.resolve("plugins/s3-fs-hadoop"))) {
            throw new IllegalStateException(
                    "%s lacks libraries of the jobs: run bin/flink-install %s".formatted(home, home));
        }
        return new FlinkHome(home, conf);
    }

    /** The Flink that FLINK_HOME names, with the configuration in FLINK_CONF_DIR, if that is set. */
    static FlinkHome of(Map<String, String> environment) {
        var path = environment.getOrDefault(HOME, "");
        if (path.isBlank()) {
            throw new IllegalStateException("FLINK_HOME is not set: set it to a Flink installation");
        }
        var conf = environment.getOrDefault(CONF, "");
        var home = at(Path.of(path), conf.isBlank() ? null : Path.of(conf).toAbsolutePath());
        if (!Files.isDirectory(home.confFolder())) {
            throw new IllegalStateException(
                    "there is no folder %s: set FLINK_CONF_DIR to the configuration of a Flink (in a checkout, start make cluster)"
                            .formatted(home.confFolder()));
        }
        return home;
    }

    public Path confFolder() {
        return conf == null ? path.resolve("conf") : conf;
    }

    /** A script of Flink's folder bin with its arguments. */
    public List<String> command(String script, String... arguments) {
        var command = new ArrayList<>(
                List.of("bash", path.resolve("bin").resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The environment variables of the scripts. */
    public Map<String, String> environment(Path logs) {
        return Map.of(
                // glibc would keep memory that native code frees in many arenas, and processes would grow with each job
                "MALLOC_ARENA_MAX",
                "2",
                HOME,
                path.toString(),
                CONF,
                confFolder().toString(),
                "FLINK_PLUGINS_DIR",
                path.resolve("plugins").toString(),
                "FLINK_LOG_DIR",
                logs.toString());
    }
}
