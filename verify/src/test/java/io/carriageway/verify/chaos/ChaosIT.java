package io.carriageway.verify.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import io.carriageway.verify.chaos.Schedule.Entry;
import io.carriageway.verify.trial.TrialJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests one job on a cluster of processes: stopped and resumed by {@code flink run}, then with a killed TaskManager.
 */
class ChaosIT {

    private static final Schedule SCHEDULE = new Schedule(
            1,
            Duration.ofSeconds(80),
            List.of(
                    new Entry(Duration.ofSeconds(10), Fault.RESCALED),
                    new Entry(Duration.ofSeconds(20), Fault.TASK_MANAGER_KILLED)));

    @Test
    void aJobOnProcessesLosesAndDoublesNothing() throws Exception {
        var build = Servers.buildFolder();
        install(build.resolve("../../cluster/target").normalize());
        var out = new ByteArrayOutputStream();
        var sandbox = SandboxConfig.fromEnvironment(System.getenv());
        try (var place = ChaosCluster.start(sandbox, System.getenv(), build.resolve("chaos-it"))) {
            boolean asTheOracle = ChaosRun.of(
                    place, List.of(TrialJob.WEATHER), SCHEDULE, new PrintStream(out, true, StandardCharsets.UTF_8));

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(
                            "rescaled", "task manager killed", "lost=0 duplicated=0 regressed=0 stranded=0 refused=0");
            assertThat(asTheOracle).isTrue();
            assertThat(rocksDbLogs(build.resolve("chaos-it/log")))
                    .as("of RocksDB among Flink's logs")
                    .isEmpty();
            assertThat(rocksDbLogs(place.servers().folder().resolve("flink/rocksdb-logs")))
                    .isNotEmpty();
        }
    }

    private static List<Path> rocksDbLogs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("_LOG")).toList();
        }
    }

    private static void install(Path cluster) throws Exception {
        var install = new ProcessBuilder(
                        "bash",
                        cluster.resolve("../../bin/flink-install").normalize().toString(),
                        cluster.resolve("install").toString(),
                        cluster.resolve("flink").toString())
                .inheritIO();
        assertThat(install.start().waitFor()).isZero();
    }
}
