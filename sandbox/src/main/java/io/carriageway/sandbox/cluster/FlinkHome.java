package io.carriageway.sandbox.cluster;

import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Flink installation with its scripts and the folder of its configuration. It is the user's own, which FLINK_HOME
 * names, or one that the build has assembled.
 *
 * @param conf null for the one of the installation
 */
public record FlinkHome(Path path, Path conf) {

    /**
     * The Flink of this machine.
     *
     * @throws IllegalStateException if it does not exist, or lacks libraries of the jobs
     */
    public static FlinkHome of(Map<String, String> environment, Path conf) throws Exception {
        var own = environment.get("FLINK_HOME");
        var home = own == null || own.isBlank()
                ? Servers.buildFolder().resolve("../../cluster/target/flink").normalize()
                : Path.of(own).toAbsolutePath();
        if (!Files.exists(home.resolve("bin/flink"))) {
            throw new IllegalStateException(
                    "there is no Flink in " + home + ": set FLINK_HOME to a Flink installation");
        }
        if (!Files.isDirectory(home.resolve("plugins/s3-fs-hadoop"))) {
            throw new IllegalStateException(
                    "%s lacks libraries of the jobs: make flink-install FLINK_HOME=%s".formatted(home, home));
        }
        return new FlinkHome(home, conf);
    }

    Path plugins() {
        return path.resolve("plugins");
    }

    Path confFolder() {
        return conf == null ? path.resolve("conf") : conf;
    }

    /** A script of Flink's folder bin with its arguments. */
    List<String> command(String script, String... arguments) {
        var command = new ArrayList<>(
                List.of("bash", path.resolve("bin").resolve(script).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The environment variables of the scripts. */
    Map<String, String> environment(Path logs) {
        return Map.of(
                // glibc would keep memory that native code frees in many arenas, and processes would grow with each job
                "MALLOC_ARENA_MAX", "2",
                "FLINK_HOME", path.toString(),
                "FLINK_CONF_DIR", confFolder().toString(),
                "FLINK_PLUGINS_DIR", plugins().toString(),
                "FLINK_LOG_DIR", logs.toString());
    }
}
