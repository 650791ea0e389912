package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.jobs.check.Check;
import io.carriageway.jobs.check.Checks;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.reference.DatabaseSchema;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.core.fs.FileSystem;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A job's main method against stores that lack something: each fault is one line, and nothing is submitted. */
@ExtendWith(SandboxExtension.class)
class SubmissionIT {

    private final Sandbox sandbox;
    private final Map<String, String> options = new TreeMap<>();

    @TempDir
    Path folder;

    SubmissionIT(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @BeforeAll
    static void createTopics(Sandbox sandbox) throws Exception {
        for (var topic : List.of("submission", "submission-dead-letter", "submission-small")) {
            sandbox.kafka().createTopic(topic, 1);
        }
    }

    @BeforeEach
    void prepareStores() throws Exception {
        var url = sandbox.database().create("submission");
        DatabaseSchema.migrate(new MySqlConnection(url, sandbox.jdbcUser(), sandbox.jdbcPassword()));
        options.put("kafka.bootstrap", sandbox.kafkaBootstrap());
        options.put("topic.weather", "submission");
        options.put("topic.dead-letter", "submission-dead-letter");
        options.put("mysql.url", url);
        options.put("mysql.user", sandbox.jdbcUser());
        options.put("mysql.password-file", sandbox.jdbcPasswordFile());
        options.put("lake", sandbox.s3().uri("submission"));
    }

    @Test
    void aBucketThatDoesNotExistIsNamed() {
        options.put("lake", "s3://no-such-bucket/lake");
        refused("FAIL lake: option --lake: cannot write files in s3://no-such-bucket/lake: there is no such bucket");
    }

    @Test
    void aTopicThatDoesNotExistIsNamed() {
        options.put("topic.weather", "none-such");
        refused("FAIL input topic none-such: cannot read topic none-such", "create the topic");
        options.put("topic.weather", "submission");
        options.put("topic.dead-letter", "no-letters");
        refused("FAIL output topic no-letters: ", "create the topic");
    }

    @Test
    void eachMissingRightIsNamed() throws Exception {
        execute(
                "CREATE USER IF NOT EXISTS 'submission'@'%' IDENTIFIED BY 'of-this-test'",
                "GRANT SELECT, INSERT, DELETE ON submission.* TO 'submission'@'%'");
        options.put("mysql.user", "submission");
        options.put("mysql.password-file", write("of-this-test"));
        try {
            refused(
                    "FAIL database: user submission lacks rights in database submission: "
                            + "UPDATE on alert, event_ledger_1m, weather_10m",
                    "GRANT UPDATE ON `submission`.*");
        } finally {
            execute("DROP USER 'submission'@'%'");
        }
    }

    @Test
    void aRefusedLoginIsToldFromAServerThatDoesNotAnswer() throws Exception {
        options.put("mysql.password-file", write("wrong"));
        refused("FAIL database: the database refuses the login", "MYSQL_PASSWORD");
        options.put("mysql.url", "jdbc:mysql://127.0.0.1:1/submission");
        refused("FAIL database: no database answers at the address of mysql.url", "Connection refused");
        options.put("mysql.password-file", "/none/such");
        refused("FAIL database: this machine has no secret ${directory:/none:such}");
    }

    @Test
    void aTopicThatRefusesLargeRecordsIsNamedWithTheCommandThatWidensIt() throws Exception {
        configure("submission-small", "max.message.bytes", "1000");
        options.put("topic.dead-letter", "submission-small");
        refused(
                "FAIL output topic submission-small: topic submission-small takes records of at most 1000 bytes",
                "--add-config max.message.bytes=");
    }

    @Test
    void anInputWithoutTheTimesOfTheBrokerIsAWarning() throws Exception {
        var given = JobArguments.parse(arguments(), Suite.job("weather").options(), Map.of());
        var lines = Checks.run(Suite.job("weather").checks().of(given)).stream()
                .map(Check.Result::line)
                .toList();
        assertThat(lines)
                .hasSize(4)
                .contains("ok   output topic submission-dead-letter", "ok   database", "ok   lake")
                .first()
                .asString()
                .startsWith("warn input topic submission: arrival time is the producer's (CreateTime)")
                .contains("the topic to LogAppendTime");
    }

    @Test
    void aBrokerThatDoesNotAnswerIsOneLine() {
        options.put("kafka.bootstrap", "127.0.0.1:1");
        var begin = Instant.now();
        assertThat(refused(
                                "FAIL input topic submission, output topic submission-dead-letter: cannot reach Kafka at 127.0.0.1:1",
                                "is the broker up")
                        .lines())
                .hasSize(1);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        options.put("lake", "s3://no-such-bucket/lake");
        options.put("topic.weather", "none-such");
        assertThat(refused("FAIL lake").lines()).hasSize(2).allMatch(line -> line.startsWith("FAIL "));
    }

    @Test
    void aWrongOptionIsOneLineToo() {
        options.put("lateness.limit", "10 minuts");
        refused("option --lateness.limit does not take '10 minuts'; write for example '10 min'");
    }

    @Test
    void nothingIsLeftInTheLake() throws Exception {
        options.put("topic.dead-letter", "no-letters");
        refused("FAIL output topic no-letters");
        var checked = new org.apache.flink.core.fs.Path(sandbox.s3().uri("submission"));
        assertThat(FileSystem.get(checked.toUri()).exists(checked)).isFalse();
    }

    /** Runs the main method of the job; returns what a terminal shows. */
    private String refused(String... parts) {
        var message = new StringBuilder();
        assertThatThrownBy(() -> Suite.job("weather").run(arguments()))
                .isInstanceOf(ProgramParametrizationException.class)
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
                .satisfies(e -> message.append(e.getMessage()))
                .hasMessageContainingAll(parts);
        return message.toString();
    }

    private String[] arguments() {
        var arguments = new ArrayList<String>();
        options.forEach((key, value) -> arguments.addAll(List.of("--" + key, value)));
        return arguments.toArray(new String[0]);
    }

    private void configure(String topic, String name, String value) throws Exception {
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        try (var admin = Admin.create(Map.of("bootstrap.servers", sandbox.kafkaBootstrap()))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                    .all()
                    .get();
        }
    }

    private String write(String secret) throws Exception {
        return Files.writeString(folder.resolve("secret"), secret).toString();
    }

    private void execute(String... statements) throws Exception {
        try (var session = sandbox.database().connect();
                var statement = session.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
