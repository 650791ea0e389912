package io.carriageway.verify.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.servers.ChildProcess;
import io.carriageway.sandbox.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JobManager with the configuration of flink-conf writes each line of its log as JSON if that is asked for. */
class JsonLogIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RUNS = "Rest endpoint listening";

    @TempDir
    private Path folder;

    @Test
    void everyLineIsJson() throws Exception {
        var root = Servers.buildFolder().resolve("../..").normalize();
        var environment = Map.of(
                "FLINK_CONF_DIR", root.resolve("flink-conf").toString(),
                "FLINK_LOG_DIR", folder.toString(),
                "CARRIAGEWAY_LOG_LAYOUT", "json");
        var out = folder.resolve("out");
        try (var unused = ChildProcess.start(jobManager(root), environment, out)) {
            Eventually.holds(
                    "the JobManager runs",
                    LIMIT,
                    () -> Files.exists(out) && Files.readString(out).contains(RUNS));
        }
        assertThat(messages(out)).anyMatch(message -> message.contains(RUNS));
        assertThat(messages(logFile())).anyMatch(message -> message.contains(RUNS));
    }

    private Path logFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> jobManager(Path root) {
        int port = Servers.port("REST_PORT", 0);
        return List.of(
                "bash",
                root.resolve("cluster/target/flink/bin/jobmanager.sh").toString(),
                "start-foreground",
                "-Djobmanager.rpc.port=" + Servers.port("RPC_PORT", 0),
                "-Drest.port=" + port,
                "-Drest.bind-port=" + port);
    }

    /** The message of each line, of which all must be JSON. */
    private static List<String> messages(Path log) throws IOException {
        var messages = new ArrayList<String>();
        for (var line : Files.readAllLines(log)) {
            messages.add(new JsonMapper().readTree(line).get("message").asText());
        }
        return messages;
    }
}
