package io.carriageway.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Checks of a job against real stores and a real Flink, whose folder is made for the test. */
@ExtendWith(SandboxExtension.class)
class CheckJobIT {

    private final Sandbox sandbox;

    @TempDir
    Path flink;

    CheckJobIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeAll
    static void prepareTopics(Sandbox sandbox) throws Exception {
        for (var topic : List.of("check", "check-dead-letter")) {
            sandbox.kafka().createTopic(topic, 1);
        }
    }

    @Test
    void everythingIsCheckedAndTheJobIsBuilt() throws Exception {
        var url = sandbox.database().create("check_all");
        DatabaseSchema.migrate(new MySqlConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword()));
        assertThat(check(true, url))
                .containsSubsequence(
                        "ok   libraries in Flink's lib",
                        "ok   options",
                        "ok   output topic check-dead-letter",
                        "ok   database",
                        "ok   lake",
                        "ok   job")
                .anyMatch(line -> line.matches("(ok  |warn) Flink.*"));
    }

    @Test
    void aDatabaseWithoutItsTablesIsAWarning() throws Exception {
        var lines = check(true, sandbox.database().create("check_empty"));
        assertThat(lines).last().asString().startsWith("warn job: not built, because the database lacks ");
    }

    @Test
    void aWrongOptionFailsAndNothingIsBuilt() throws Exception {
        var url = sandbox.database().create("check_option");
        assertThat(check(false, url, "--lateness.limit", "10 minuts"))
                .contains("FAIL options: option --lateness.limit does not take '10 minuts'; write for example '10 min'")
                .noneMatch(line -> line.contains(" job"));
    }

    @Test
    void valuesThatDoNotFitTogetherFailTheBuild() throws Exception {
        var url = sandbox.database().create("check_values");
        DatabaseSchema.migrate(new MySqlConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword()));
        assertThat(check(false, url, "--partition.idle-after", "0 s"))
                .last()
                .asString()
                .startsWith("FAIL job: option --partition.idle-after must be longer than 0 s");
    }

    /** The lines that the command prints. */
    private List<String> check(boolean isWell, String url, String... more) throws Exception {
        var printed = new ByteArrayOutputStream();
        var options = new ArrayList<>(List.of("-p", "1"));
        Map.of(
                        "kafka.bootstrap", sandbox.kafkaBootstrap(),
                        "topic.weather", "check",
                        "topic.dead-letter", "check-dead-letter",
                        "mysql.url", url,
                        "mysql.user", sandbox.jdbcUser(),
                        "mysql.password-file", sandbox.jdbcPasswordFile(),
                        "lake", sandbox.s3().uri("check"))
                .forEach((key, value) -> options.addAll(List.of("--" + key, value)));
        options.addAll(List.of(more));
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            var environment = Map.of("FLINK_HOME", home().toString());
            assertThat(CheckJob.run(Suite.job("weather"), CommandArguments.of(options), environment, out))
                    .as(printed.toString(StandardCharsets.UTF_8))
                    .isEqualTo(isWell);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** A folder that names the sandbox's Flink. */
    private Path home() throws Exception {
        var rest = URI.create(sandbox.flinkUrl());
        Files.createDirectories(flink.resolve("plugins/s3-fs-hadoop"));
        Files.createDirectories(flink.resolve("bin"));
        Files.createDirectories(flink.resolve("conf"));
        Files.writeString(flink.resolve("bin/flink"), "");
        Files.writeString(
                flink.resolve("conf/config.yaml"),
                "rest.address: %s%nrest.port: %d%n".formatted(rest.getHost(), rest.getPort()));
        return flink;
    }
}
