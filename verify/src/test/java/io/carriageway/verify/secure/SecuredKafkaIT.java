package io.carriageway.verify.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carriageway.event.DeadLetter;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.Sandbox;
import io.carriageway.sandbox.SandboxExtension;
import io.carriageway.sandbox.servers.SecuredKafka;
import io.carriageway.schemas.Decoded;
import io.carriageway.schemas.SingleObjectCodec;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.topic.TopicRun;
import io.carriageway.verify.weather.Weather;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A job with a broker that asks for TLS, a login by SCRAM-SHA-512 and rights, and the messages where one is wrong. */
@ExtendWith(SandboxExtension.class)
class SecuredKafkaIT {

    private static final String PASSWORD = "canary-7f3a";
    private static final long SEED = 5;

    @TempDir
    Path folder;

    private SecuredKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = SecuredKafka.start(folder.resolve("kafka"));
        Files.writeString(folder.resolve("kafka.properties"), "password=" + PASSWORD + "\n");
        Files.writeString(folder.resolve("wrong.properties"), "password=other\n");
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void aJobReadsAndWritesOverTlsWithALogin(Sandbox sandbox) throws Exception {
        var run = run(sandbox, "secured");
        kafka.grant("jobs", PASSWORD, List.of(run.inputTopic()), AclOperation.READ, AclOperation.DESCRIBE_CONFIGS);
        kafka.grant(
                "jobs", PASSWORD, List.of(run.deadLetterTopic()), AclOperation.WRITE, AclOperation.DESCRIBE_CONFIGS);
        var records = Weather.TOPIC.input().of(SEED);
        topic(run.inputTopic()).sendAll(records);

        var job = run.start(2);
        Eventually.holds("the last record of every partition is rejected", () -> rejected(run)
                .containsAll(ends(run)));
        run.drain(job);

        assertThat(run.number("SELECT COUNT(*) FROM weather_10m WHERE complete"))
                .isPositive();
        assertThat(topic(run.deadLetterTopic()).records())
                .hasSize((int) run.number("SELECT SUM(rejected) FROM event_ledger_1m"));
        assertThat(run.statusHistory(job)).doesNotContain(PASSWORD);
    }

    /** The last record of each partition, which is a bad one. */
    private Set<Map.Entry<Integer, Long>> ends(TopicRun run) {
        var ends = new HashMap<Integer, Long>();
        topic(run.inputTopic()).records().forEach(record -> ends.put(record.partition(), record.offset()));
        return ends.entrySet();
    }

    private Set<Map.Entry<Integer, Long>> rejected(TopicRun run) {
        var codec = new SingleObjectCodec<>(DeadLetter.class);
        return topic(run.deadLetterTopic()).records().stream()
                .map(record -> ((Decoded.Value<DeadLetter>) codec.decode(record.value())).value())
                .map(letter -> Map.entry(letter.getPartition(), letter.getOffset()))
                .collect(Collectors.toSet());
    }

    @Test
    void eachFaultOfAConnectionEndsTheSubmissionInOneLine(Sandbox sandbox) throws Exception {
        var run = run(sandbox, "refused");
        kafka.grant("jobs", PASSWORD, List.of(run.deadLetterTopic()), AclOperation.WRITE);
        refused(run, "the user lacks a right");
        refused(run(sandbox, "login").with("kafka.client.sasl.jaas.config", login("wrong")), "the login is refused");
        var other = SecuredKafka.certificate(folder.resolve("other"), "other", "dns:localhost");
        refused(
                run(sandbox, "trust").with("kafka.client.ssl.truststore.location", other.toString()),
                "the broker's certificate is not trusted");
        var port = kafka.bootstrap().split(":")[1];
        refused(
                run(sandbox, "host").with("kafka.bootstrap", "127.0.0.1:" + port),
                "the broker's certificate is not trusted or has another host name");
    }

    private static void refused(TopicRun run, String advice) {
        assertThatThrownBy(() -> run.start(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot read topic " + run.inputTopic())
                .hasMessageContaining(advice)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", PASSWORD));
    }

    private TopicRun run(Sandbox sandbox, String name) throws Exception {
        var run = new TopicRun(sandbox, Weather.TOPIC, name, 2);
        kafka.kafka().createTopic(run.inputTopic(), 2);
        kafka.kafka().createTopic(run.deadLetterTopic(), 1);
        return run.with("kafka.bootstrap", kafka.bootstrap())
                .with("kafka.client.security.protocol", "SASL_SSL")
                .with("kafka.client.sasl.mechanism", "SCRAM-SHA-512")
                .with("kafka.client.sasl.jaas.config", login("kafka"))
                .with("kafka.client.ssl.truststore.type", "PEM")
                .with(
                        "kafka.client.ssl.truststore.location",
                        kafka.certificate().toString());
    }

    private String login(String file) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"jobs\" password=\"${file:"
                + folder.resolve(file + ".properties") + ":password}\";";
    }

    private Topic topic(String name) {
        return new Topic(kafka.kafka().bootstrap(), name);
    }
}
