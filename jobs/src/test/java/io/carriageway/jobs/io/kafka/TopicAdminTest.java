package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class TopicAdminTest {

    @Test
    void aTopicIsNamedWithoutControlCharacters() {
        assertThatThrownBy(() -> TopicAdmin.ask(new KafkaClient("127.0.0.1:1", Map.of()), "a\nb", admin -> {
                    throw new ExecutionException(new InvalidTopicException("no \u001b[2J"));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot read topic a\\nb at 127.0.0.1:1: is the broker up, and the listener that of"
                        + " kafka.client.security.protocol? (no \\u001b[2J)");
    }

    @Test
    void eachKindOfFaultSaysWhatToDo() {
        says(
                new UnknownTopicOrPartitionException("none"),
                "cannot read topic weather at 127.0.0.1:1: create the topic, or grant Describe on it",
                "kafka-topics.sh --bootstrap-server 127.0.0.1:1 --create --topic weather");
        says(new TopicAuthorizationException("no"), "cannot read topic weather", "the user lacks a right");
        says(new SaslAuthenticationException("no"), "cannot reach Kafka", "the login is refused");
        says(new TimeoutException("no"), "cannot reach Kafka", "is the broker up");
        says(
                new SslAuthenticationException("no", new CertificateException("PKIX path building failed")),
                "cannot reach Kafka",
                "certificate is not trusted");
        says(
                new SslAuthenticationException("no", new CertificateException("No subject alternative names present")),
                "cannot reach Kafka",
                "certificate has another host name");
    }

    @Test
    void theOptionsOfTheOtherClusterAreNamed() {
        var outputs = new KafkaClient("127.0.0.1:1", Map.of(), "kafka.output.");
        assertThatThrownBy(() -> TopicAdmin.ask(outputs, "alert", admin -> {
                    throw new ExecutionException(new SaslAuthenticationException("no"));
                }))
                .hasMessageContaining("check kafka.output.client.sasl.*");
    }

    /** Kafka's own text quotes what follows a quote in a password. */
    @Test
    void noPieceOfASecretIsShown() {
        assertThatThrownBy(() -> TopicAdmin.ask(new KafkaClient("127.0.0.1:1", Map.of()), "weather", admin -> {
                    throw new ExecutionException(
                            new IllegalArgumentException("Value not specified for key 'canary' in JAAS config"));
                }))
                .hasMessageStartingWith("option --kafka.client.sasl.jaas.config cannot be read")
                .hasMessageNotContaining("canary");
    }

    private static void says(Exception fault, String... parts) {
        assertThatThrownBy(() -> TopicAdmin.ask(new KafkaClient("127.0.0.1:1", Map.of()), "weather", admin -> {
                    throw new ExecutionException(fault);
                }))
                .hasMessageContainingAll(parts);
    }
}
