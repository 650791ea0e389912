package io.carriageway.jobs.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

/** Runs bin/create-topics, which prints the commands that it would run. */
class TopicsScriptTest {

    private static final Pattern TOPIC = Pattern.compile("--topic (\\S+)");

    @Test
    void everyTopicOfTheJobsIsCreatedOnce() throws Exception {
        var topics = Suite.JOBS.stream()
                .flatMap(job -> job.options().stream())
                .filter(option -> option.key().startsWith("topic."))
                .map(ConfigOption::defaultValue)
                .distinct()
                .toList();
        assertThat(TOPIC.matcher(run("--bootstrap-server", "kafka:9092")).results())
                .extracting(topic -> (Object) topic.group(1))
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void whatTheOptionsSayIsPassedToKafkasTool() throws Exception {
        var commands = run(
                "--bootstrap-server",
                "kafka:9092",
                "--command-config",
                "admin.properties",
                "--partitions",
                "12",
                "--replication-factor",
                "3",
                "--input-timestamps",
                "CreateTime");
        assertThat(commands.lines())
                .allMatch(
                        line -> line.startsWith(
                                "kafka-topics.sh --bootstrap-server kafka:9092 --command-config admin.properties --create --if-not-exists"))
                .allMatch(line -> line.contains(" --partitions 12 --replication-factor 3 "))
                .contains("kafka-topics.sh --bootstrap-server kafka:9092 --command-config admin.properties --create"
                        + " --if-not-exists --topic camera --partitions 12 --replication-factor 3"
                        + " --config message.timestamp.type=CreateTime --config max.message.bytes=23068672")
                .filteredOn(line -> line.contains("LogAppendTime"))
                .hasSize(2);
    }

    @Test
    void aWrongCallSaysWhatIsWrong() throws Exception {
        assertThat(run()).isEqualTo("create-topics needs --bootstrap-server HOST:PORT; see --help\n");
        assertThat(run("--partition", "3")).isEqualTo("create-topics: unknown option --partition; see --help\n");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("bash", Path.of("..").resolve(TopicsScript.FILE).toString(), "--dry-run"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("KAFKA_HOME");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
