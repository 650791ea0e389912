package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.servers.CertificateAuthority;
import io.carriageway.sandbox.servers.EmbeddedKafka;
import io.carriageway.sandbox.servers.ExternalDatabase;
import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.verify.trial.TrialJob;
import io.carriageway.verify.weather.Weather;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every job over TLS with a login, a certificate and only the rights it needs, and the messages where one is wrong. */
@ExtendWith(SandboxExtension.class)
class SecuredServersIT {

    private static final long SEED = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void needsServersOfItsOwn(Sandbox sandbox) {
        assumeFalse(
                sandbox.database() instanceof ExternalDatabase, "MYSQL_URL names a server without our certificates");
    }

    static List<TrialJob> jobs() {
        return TrialJob.all();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void aJobStoresWhatTheOracleExpects(TrialJob job, Sandbox sandbox) throws Exception {
        var runtime = new SecuredRuntime(sandbox, Suite.job(job.toString()), folder);
        var trial = job.trial(runtime, "secured_" + job.toString().replace('-', '_'), SEED);
        trial.send(0, 1);
        var id = trial.start(2);
        trial.settle(id);
        trial.run().drain(id);
        trial.judge();
    }

    /** Dead letters go to a broker without security, which the login for the inputs cannot enter. */
    @Test
    void outputsMayBeOnAnotherCluster(Sandbox sandbox) throws Exception {
        try (var others = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.free())) {
            var run = weather(sandbox, "apart", Map.of("kafka.output.bootstrap", others.bootstrap()))
                    .with("kafka.group", "secured_apart");
            others.createTopic(run.deadLetterTopic(), 1);
            run.topic(run.inputTopic()).sendAll(Weather.TOPIC.input().of(SEED));

            var job = run.start(1);
            Eventually.holds(
                    "the topic is read", () -> run.topic(run.inputTopic()).isReadBy("secured_apart"));
            run.drain(job);

            assertThat(new Topic(others.bootstrap(), run.deadLetterTopic()).records())
                    .isNotEmpty()
                    .hasSize((int) run.number("SELECT SUM(rejected) FROM event_ledger_1m"));
            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void aFaultOfTheConnectionToKafkaEndsTheSubmissionInOneLine(Sandbox sandbox) throws Exception {
        var kafka = sandbox.servers().secured().orElseThrow().kafka();
        sandbox.kafka().createTopic("weather-of-others", 1);
        refused(
                weather(sandbox, "kafka_login", Map.of("kafka.client.sasl.jaas.config", login("secured_kafka_login"))),
                "the login is refused");
        refused(
                weather(
                        sandbox,
                        "kafka_ca",
                        Map.of(
                                "kafka.client.ssl.truststore.location",
                                others().certificate().toString())),
                "the broker's certificate is not trusted");
        refused(
                weather(
                        sandbox,
                        "kafka_host",
                        Map.of("kafka.bootstrap", kafka.bootstrap().replace("localhost", "127.0.0.1"))),
                "the broker's certificate is not trusted or has another host name");
        refused(
                weather(sandbox, "kafka_right", Map.of("topic.weather", "weather-of-others")),
                "cannot read topic weather-of-others",
                "the user lacks a right");
    }

    @Test
    void aFaultOfTheConnectionToTheDatabaseEndsTheSubmissionInOneLine(Sandbox sandbox) throws Exception {
        var secured = sandbox.servers().secured().orElseThrow();
        var client = secured.authority().client("faults");
        var url = secured.database().jdbcUrl("carriageway", client);
        var authority = secured.authority().trustStore().toUri().toString();
        refused(weather(sandbox, "db_login", Map.of("mysql.password", "wrong")), "Access denied for user");
        refused(weather(sandbox, "db_right", Map.of("mysql.url", url)), "Access denied for user", "carriageway");
        refused(weather(sandbox, "db_host", Map.of("mysql.url", url.replace("//localhost:", "//127.0.0.1:"))), "host");
        refused(
                weather(
                        sandbox,
                        "db_ca",
                        Map.of(
                                "mysql.url",
                                url.replace(
                                        authority, others().trustStore().toUri().toString()))),
                "certificate");
        refused(
                weather(
                        sandbox,
                        "db_client",
                        Map.of("mysql.url", secured.database().jdbcUrl("carriageway"))),
                "Access denied for user");
    }

    private CertificateAuthority others() throws Exception {
        return CertificateAuthority.create(folder.resolve("others"));
    }

    private static String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"${env:PATH}\";"
                .formatted(user);
    }

    private TopicRun weather(Sandbox sandbox, String fault, Map<String, String> options) throws Exception {
        var runtime = new SecuredRuntime(sandbox, Suite.job("weather"), folder);
        options.forEach(runtime::with);
        return new TopicRun(runtime, Weather.TOPIC, "secured_" + fault, 1);
    }

    private static void refused(TopicRun run, String... message) {
        assertThatThrownBy(() -> run.start(1)).rootCause().satisfies(e -> {
            System.out.println("FAULT " + e);
            assertThat(e.getMessage()).contains(message).doesNotContain("\n");
        });
    }
}
