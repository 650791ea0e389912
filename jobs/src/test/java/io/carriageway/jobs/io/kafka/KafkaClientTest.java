package io.carriageway.jobs.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaClientTest {

    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    @Test
    void propertiesReachTheClientByKafkasNames() {
        var settings = client(
                        Map.of("kafka.client.security.protocol", "SASL_SSL", "kafka.client.retry.backoff.ms", "50"))
                .settings();
        assertThat(settings)
                .containsEntry("bootstrap.servers", "broker:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("retry.backoff.ms", "50");
    }

    /** Kafka's own classes resolve references, so the settings that travel with a job contain no secret. */
    @Test
    void aReferenceIsResolvedByTheClientThatUsesIt(@TempDir Path folder) throws Exception {
        var secrets = Files.writeString(folder.resolve("kafka.properties"), "password=canary\n");
        Files.writeString(folder.resolve("truststore-password"), "canary-2");
        var client = client(Map.of(
                "kafka.client.sasl.jaas.config",
                LOGIN + " username=\"jobs\" password=\"${file:" + secrets + ":password}\";",
                "kafka.client.ssl.truststore.password",
                "${directory:" + folder + ":truststore-password}"));

        assertThat(client.toString() + client.settings()).doesNotContain("canary");
        var consumer = new HashMap<String, Object>();
        client.settings().forEach((key, value) -> consumer.put((String) key, value));
        consumer.put("key.deserializer", ByteArrayDeserializer.class);
        consumer.put("value.deserializer", ByteArrayDeserializer.class);
        for (var config : new org.apache.kafka.common.config.AbstractConfig[] {
            new ConsumerConfig(consumer), new AdminClientConfig(client.settings())
        }) {
            assertThat(config.getPassword(SaslConfigs.SASL_JAAS_CONFIG).value()).contains("password=\"canary\"");
            assertThat(config.getPassword(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG))
                    .isEqualTo(new Password("canary-2"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.keystore.password",
                "ssl.key.password",
                "ssl.truststore.password",
                "ssl.keystore.key",
            })
    void aSecretInClearIsRefusedAndNotShown(String name) {
        refused(name, "canary").withMessageContaining("--kafka.client." + name + " contains a secret");
        refused(name, "canary${env:X}").withMessageContaining("contains a secret");
    }

    @Test
    void aSecretInAnAddressOrBesideACertificateIsRefused() {
        refused("sasl.oauthbearer.token.endpoint.url", "https://user:canary@idp/token");
        refused("ssl.keystore.certificate.chain", "-----BEGIN PRIVATE KEY----- canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " username=\"u\" password=\"canary\";",
                " username=u password = canary;",
                " oauth.client.id=\"u\" clientSecret=\"canary\";",
                " username=\"u\" password='canary';",
                " awsRoleAccessKeyId=\"AKIA\" awsRoleSecretAccessKey=\"canary\";",
                " awsRoleSessionToken=\"canary\";",
                " oauth.refresh.token=\"canary\";",
                " \"password\"=\"canary\";",
                " password=\"${canary\";",
                " password=\"${env:X}canary\";",
            })
    void aLoginWithASecretInClearIsRefusedAndNotShown(String login) {
        refused("sasl.jaas.config", LOGIN + login).withMessageContaining("${env:NAME}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "software.amazon.msk.auth.iam.IAMLoginModule required;",
                "software.amazon.msk.auth.iam.IAMLoginModule required awsRoleAccessKeyId=\"AKIA\";",
                "com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true storeKey=true keyTab=\"/k\" principal=\"p\";",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password='${env:P}' tokenauth=\"true\";",
            })
    void aLoginWithoutASecretInClearIsTaken(String login) {
        assertThat(client(Map.of("kafka.client.sasl.jaas.config", login)).properties())
                .containsValue(login);
    }

    @ParameterizedTest
    @CsvSource({
        "security.protocl, SASL_SSL, is not a property",
        "bootstrap.servers, broker:1, is not a property",
        "group.id, other, is not a property",
        "enable.auto.commit, true, is not a property",
        "request.timeout.ms, soon, request.timeout.ms",
        "config.providers, vault, is not a property",
        "config.providers.vault.param.token, canary, is not a property",
    })
    void whatIsNoPropertyOfAllClientsIsRefused(String name, String value, String message) {
        refused(name, value).withMessageContaining(message);
    }

    @Test
    void outputsAreOnTheClusterOfTheInputsUnlessAnotherIsNamed() {
        var inputs = Map.of("kafka.client.security.protocol", "SASL_SSL");
        assertThat(outputs(inputs)).isEqualTo(client(inputs));
        assertThat(outputs(
                        Map.of("kafka.client.security.protocol", "SASL_SSL", "kafka.output.bootstrap", "other:9092")))
                .isEqualTo(new KafkaClient("other:9092", Map.of(), "kafka.output."));
        assertThat(outputs(
                        Map.of("kafka.output.bootstrap", "other:9092", "kafka.output.client.security.protocol", "SSL")))
                .isEqualTo(new KafkaClient("other:9092", Map.of("security.protocol", "SSL"), "kafka.output."));
    }

    @Test
    void propertiesOfAnOutputClusterNeedItsBrokers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outputs(Map.of("kafka.output.client.security.protocol", "SSL")))
                .withMessageContaining("need --kafka.output.bootstrap");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outputs(Map.of(
                        "kafka.output.bootstrap", "other:9092", "kafka.output.client.ssl.key.password", "canary")))
                .withMessageContaining("--kafka.output.client.ssl.key.password contains a secret");
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<IllegalArgumentException> refused(
            String name, String value) {
        return assertThatIllegalArgumentException()
                .isThrownBy(() -> client(Map.of("kafka.client." + name, value)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }

    private static KafkaClient client(Map<String, String> options) {
        var given = new HashMap<>(options);
        given.put("kafka.bootstrap", "broker:9093");
        return KafkaClient.of(Configuration.fromMap(given));
    }

    private static KafkaClient outputs(Map<String, String> options) {
        var given = new HashMap<>(options);
        given.put("kafka.bootstrap", "broker:9093");
        return KafkaClient.ofOutputs(Configuration.fromMap(given));
    }
}
