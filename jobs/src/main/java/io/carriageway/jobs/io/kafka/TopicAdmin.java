package io.carriageway.jobs.io.kafka;

import io.carriageway.jobs.options.SecretReference;
import io.carriageway.text.Printable;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker about a topic when a job starts. */
final class TopicAdmin {

    private static final String TIMEOUT_MILLIS = "15000";

    /** What Java says of a certificate of another host. */
    private static final Pattern OTHER_NAME = Pattern.compile("(?i)subject alternative|no name matching");

    interface Question<A> {
        A ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private TopicAdmin() {}

    /** Returns the broker's answer; fails if there is none or the broker does not know the topic. */
    static <A> A ask(KafkaClient client, String topic, Question<A> question) throws InterruptedException {
        // Kafka leaves a reference as it is if there is no secret, and would log in with its text
        client.properties().values().forEach(SecretReference::resolve);
        var settings = client.settings();
        settings.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (var admin = Admin.create(settings)) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw failure(client, topic, e.getCause());
        } catch (KafkaException e) {
            throw failure(client, topic, e);
        }
    }

    private static IllegalStateException failure(KafkaClient client, String topic, Throwable cause) {
        if (isOfLoginModule(cause)) {
            // without Kafka's text, which quotes a part of the secret
            return new IllegalStateException(
                    "option --%sclient.sasl.jaas.config cannot be read: it ends with a semicolon, and a secret in it has no quote, backslash or end of line"
                            .formatted(client.prefix()));
        }
        var root = Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .reduce((above, below) -> below)
                .orElseThrow();
        return new IllegalStateException(
                Printable.of("cannot %s at %s: %s (%s)"
                        .formatted(
                                isOfConnection(cause) ? "reach Kafka" : "read topic " + topic,
                                client.bootstrap(),
                                advice(client, topic, cause, root),
                                root.getMessage())),
                cause);
    }

    private static boolean isOfLoginModule(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> String.valueOf(each.getMessage()).contains("JAAS config"));
    }

    /** Whether the fault is the same for all topics, so that it is reported once. */
    private static boolean isOfConnection(Throwable cause) {
        return cause instanceof AuthenticationException
                || cause instanceof TimeoutException
                || !(cause instanceof ApiException);
    }

    /** What to do about a fault, by its kind. */
    private static String advice(KafkaClient client, String topic, Throwable cause, Throwable root) {
        if (cause instanceof SslAuthenticationException) {
            if (String.valueOf(root.getMessage()).contains("fatal alert")) {
                return "the broker refuses the connection; if it asks for a client certificate, check %sclient.ssl.keystore.*"
                        .formatted(client.prefix());
            }
            return OTHER_NAME.matcher(String.valueOf(root.getMessage())).find()
                    ? "the broker's certificate has another host name; write the certificate's name in %sbootstrap"
                            .formatted(client.prefix())
                    : "the broker's certificate is not trusted; check %sclient.ssl.truststore.*"
                            .formatted(client.prefix());
        }
        if (cause instanceof AuthenticationException) {
            return "the login is refused; check %sclient.sasl.*".formatted(client.prefix());
        }
        if (cause instanceof AuthorizationException) {
            return "the user lacks a right; grant Describe, DescribeConfigs and Read on inputs, and Write on outputs";
        }
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "create the topic, or grant Describe on it; bin/create-topics --bootstrap-server %1$s creates those of the suite, and kafka-topics.sh --bootstrap-server %1$s --create --topic %2$s one of another name"
                    .formatted(client.bootstrap(), topic);
        }
        return "is the broker up, and the listener that of %sclient.security.protocol?".formatted(client.prefix());
    }
}
