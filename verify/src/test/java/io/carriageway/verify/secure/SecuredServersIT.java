package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.carriageway.jobs.suite.Suite;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.secrets.CertificateAuthority;
import io.carriageway.sandbox.servers.EmbeddedKafka;
import io.carriageway.sandbox.servers.ExternalDatabase;
import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.verify.trial.TrialJob;
import io.carriageway.verify.weather.Weather;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.exception.ExceptionUtils;
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

    /** The search must find what is there, so it also looks for the name of the user, which is no secret. */
    @Test
    void noSecretOfAJobIsInAnswersArgumentsOrStores(Sandbox sandbox) throws Exception {
        var run = weather(sandbox, "search", "kafka.bootstrap", same -> same);
        run.topic(run.inputTopic()).sendAll(Weather.TOPIC.input().of(SEED));
        var job = run.start(1);
        Eventually.holds("rows are stored", () -> run.number("SELECT COUNT(*) FROM weather_10m") > 0);
        run.checkpoint(job);

        var secrets = ClusterSecrets.ofAccounts(folder);
        assertThat(secrets).hasSize(3);
        secrets.put("user", run.name());
        var search = new SecretSearch(secrets).processes().answers(sandbox.flinkUrl());
        var savepoint = run.stop(job);
        search.answers(sandbox.flinkUrl())
                .files("kafka", sandbox.folder().resolve("kafka"))
                .files("s3", sandbox.folder().resolve("s3"));
        assertThat(savepoint).startsWith("s3://");
        assertThat(search.found()).isNotEmpty().allMatch(found -> found.startsWith("user in "));
    }

    /** Dead letters go to a broker without security, which the login for the inputs cannot enter. */
    @Test
    void outputsMayBeOnAnotherCluster(Sandbox sandbox) throws Exception {
        try (var others = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPorts.free())) {
            var run = weather(sandbox, "apart", "kafka.output.bootstrap", none -> others.bootstrap())
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
        sandbox.kafka().createTopic("weather-of-others", 1);
        refused(
                weather(sandbox, "k_login", "kafka.client.sasl.jaas.config", SecuredServersIT::wrongPassword),
                "the login is refused");
        var others = CertificateAuthority.create(folder.resolve("others")).certificate();
        refused(
                weather(sandbox, "k_ca", "kafka.client.ssl.truststore.location", trusted -> others.toString()),
                "the broker's certificate is not trusted");
        refused(
                weather(sandbox, "k_host", "kafka.bootstrap", SecuredServersIT::otherName),
                "the broker's certificate has another host name");
        refused(
                weather(sandbox, "k_right", "topic.weather", mine -> "weather-of-others"),
                "cannot read topic weather-of-others",
                "the user lacks a right");
    }

    @Test
    void aFaultOfTheConnectionToTheDatabaseEndsTheSubmissionInOneLine(Sandbox sandbox) throws Exception {
        var wrong = Files.writeString(folder.resolve("wrong"), "wrong");
        refused(weather(sandbox, "d_login", "mysql.password-file", file -> wrong.toString()), "Access denied for user");
        refused(
                weather(sandbox, "d_right", "mysql.url", url -> url.replace("/secured_d_right?", "/carriageway?")),
                "Access denied for user",
                "to database 'carriageway'");
        refused(weather(sandbox, "d_host", "mysql.url", SecuredServersIT::otherName), "127.0.0.1");
        refused(
                weather(sandbox, "d_client", "mysql.url", url -> url.substring(0, url.indexOf("&client"))),
                "Access denied for user");
        var others = CertificateAuthority.create(folder.resolve("others"));
        var secrets = Files.writeString(folder.resolve("others.secrets"), "stores=" + others.password());
        refused(
                weather(sandbox, "d_ca", "mysql.url", url -> url.replaceFirst(
                                "file:[^&]*trust.p12",
                                others.trustStore().toUri().toString())
                        .replaceFirst("\\$\\{file:[^:]*:", "\\${file:" + secrets + ":")),
                "does not chain with any of the trust anchors");
    }

    private static String wrongPassword(String login) {
        return login.replaceFirst("\\$\\{[^}]*}", "\\${env:PATH}");
    }

    /** The same server under a name that is not in its certificate. */
    private static String otherName(String address) {
        return address.replaceFirst("localhost:", "127.0.0.1:");
    }

    private TopicRun weather(Sandbox sandbox, String name, String option, UnaryOperator<String> change)
            throws Exception {
        var runtime = new SecuredRuntime(sandbox, Suite.job("weather"), folder).changed(option, change);
        return new TopicRun(runtime, Weather.TOPIC, "secured_" + name, 1);
    }

    /** One of the causes says it in one line. */
    private static void refused(TopicRun run, String... message) {
        assertThatThrownBy(() -> run.start(1)).satisfies(e -> assertThat(ExceptionUtils.getThrowableList(e))
                .extracting(Throwable::getMessage)
                .anySatisfy(line -> assertThat(line).contains(message).doesNotContain("\n")));
    }
}
