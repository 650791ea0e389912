package io.carriageway.jobs.io.kafka;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * How the clients of a cluster connect: its brokers, and properties that consumers, producers and admin clients have in
 * common, such as those of TLS and SASL. A secret is a reference that each process resolves by itself, so no argument,
 * job graph, checkpoint or log contains it.
 *
 * @param properties by Kafka's own names
 */
public record KafkaClient(String bootstrap, Map<String, String> properties) implements Serializable {

    private static final String PROVIDERS = "config.providers";

    /** Where references may point; Kafka's own classes read them. */
    private static final Map<String, String> REFERENCES = references();

    /** Parameters of a login module that hold a secret. */
    private static final Pattern LOGIN_SECRET =
            Pattern.compile("(?i)\\b\\w*(password|secret)\\s*=\\s*\"?(?!\\$\\{)[^\\s;\"]");

    private static final ConfigDef DEFINITION = AdminClientConfig.configDef();

    public KafkaClient {
        properties = new TreeMap<>(properties);
        properties.forEach(KafkaClient::check);
    }

    /** @throws IllegalArgumentException for a property that clients do not have in common, and for a secret in clear */
    public static KafkaClient of(Configuration given) {
        var prefix = KafkaOptions.CLIENT.key().replace("*", "");
        var properties = new HashMap<String, String>();
        given.toMap().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
        return new KafkaClient(JobArguments.require(given, KafkaOptions.BOOTSTRAP), properties);
    }

    private static void check(String name, String value) {
        if (name.startsWith(PROVIDERS)) {
            return;
        }
        var key = DEFINITION.configKeys().get(name);
        if (key == null || name.equals(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException(
                    "option --kafka.client.%s is not a property that consumers, producers and admin clients have in common; see Kafka's AdminClientConfig"
                            .formatted(name));
        }
        if (key.type == ConfigDef.Type.PASSWORD && isClear(name, value)) {
            throw new IllegalArgumentException(
                    "option --kafka.client.%s contains a secret; write a reference in its place: ${env:NAME}, ${file:/path/of.properties:key} or ${directory:/folder:file}"
                            .formatted(name));
        }
        try {
            if (!SecretReference.PATTERN.matcher(value).find()) {
                ConfigDef.parseType(name, value, key.type);
            }
        } catch (ConfigException e) {
            throw new IllegalArgumentException("option --kafka.client." + e.getMessage());
        }
    }

    /** Of the settings of a login module only the secret must be a reference; certificates are no secret. */
    private static boolean isClear(String name, String value) {
        return switch (name) {
            case "sasl.jaas.config" -> LOGIN_SECRET.matcher(value).find();
            case "ssl.truststore.certificates", "ssl.keystore.certificate.chain" -> false;
            default -> !SecretReference.PATTERN.matcher(value).matches();
        };
    }

    private static Map<String, String> references() {
        var references = new HashMap<String, String>();
        references.put(PROVIDERS, String.join(",", SecretReference.PROVIDERS.keySet()));
        SecretReference.PROVIDERS.forEach(
                (name, provider) -> references.put(PROVIDERS + "." + name + ".class", provider.getName()));
        return references;
    }

    /** All settings of a client, as Kafka takes them. */
    public Properties settings() {
        var settings = new Properties();
        settings.putAll(REFERENCES);
        settings.putAll(properties);
        settings.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }
}
