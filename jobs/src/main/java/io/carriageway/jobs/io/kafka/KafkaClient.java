package io.carriageway.jobs.io.kafka;

import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.options.SecretReference;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
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
 * @param prefix of the options that gave them, for messages
 */
public record KafkaClient(String bootstrap, Map<String, String> properties, String prefix) implements Serializable {

    private static final String OF_INPUTS = "kafka.";
    private static final String OF_OUTPUTS = "kafka.output.";

    private static final String PROVIDERS = "config.providers";

    /** Where references may point; Kafka's clients load these classes. */
    private static final Map<String, String> REFERENCES = references();

    /** An option of a login module: its name, and its value with or without quotes. */
    private static final Pattern LOGIN_OPTION =
            Pattern.compile("[\"']?([\\w.-]+)[\"']?\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s;]+)");

    /** Names of options whose value is a secret, in JAAS configurations of Kafka, MSK and Strimzi. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|secret|token|credential).*|(?!storekey|useticketcache).*key");

    private static final Pattern SWITCH = Pattern.compile("true|false");

    private static final Pattern USER_IN_URL = Pattern.compile("://[^/@\\s]*:[^/@\\s]*@");

    private static final ConfigDef DEFINITION = AdminClientConfig.configDef();

    public KafkaClient {
        properties = new TreeMap<>(properties);
    }

    /** The clients of the cluster of the inputs. */
    public KafkaClient(String bootstrap, Map<String, String> properties) {
        this(bootstrap, properties, OF_INPUTS);
    }

    /**
     * The clients of the cluster of the inputs.
     *
     * @throws IllegalArgumentException for a property that clients do not have in common, and for a secret in clear
     */
    public static KafkaClient of(Configuration given) {
        return new KafkaClient(
                JobArguments.require(given, KafkaOptions.BOOTSTRAP), properties(given, KafkaOptions.CLIENT));
    }

    /** The clients of the cluster of the outputs, which is that of the inputs unless options name another one. */
    public static KafkaClient ofOutputs(Configuration given) {
        var properties = properties(given, KafkaOptions.OUTPUT_CLIENT);
        var bootstrap = JobArguments.optional(given, KafkaOptions.OUTPUT_BOOTSTRAP);
        if (bootstrap != null) {
            return new KafkaClient(bootstrap, properties, OF_OUTPUTS);
        }
        if (!properties.isEmpty()) {
            throw new IllegalArgumentException(
                    "options --kafka.output.client.* need --kafka.output.bootstrap, the brokers of the output topics");
        }
        return of(given);
    }

    private static Map<String, String> properties(Configuration given, ConfigOption<String> option) {
        var prefix = option.key().replace("*", "");
        var properties = new HashMap<String, String>();
        given.toMap().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                check(key, key.substring(prefix.length()), value);
                properties.put(key.substring(prefix.length()), value);
            }
        });
        return properties;
    }

    private static void check(String option, String name, String value) {
        var key = DEFINITION.configKeys().get(name);
        if (key == null || name.startsWith(PROVIDERS) || name.equals(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException(
                    "option --%s is not a property that consumers, producers and admin clients have in common; see Kafka's AdminClientConfig"
                            .formatted(option));
        }
        boolean isClear = key.type == ConfigDef.Type.PASSWORD && isClear(name, value);
        if (isClear || USER_IN_URL.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "option --%s contains a secret; write a reference in its place: ${env:NAME}, ${file:/path/of.properties:key} or ${directory:/folder:file}"
                            .formatted(option));
        }
        try {
            if (!SecretReference.PATTERN.matcher(value).find()) {
                ConfigDef.parseType(name, value, key.type);
            }
        } catch (ConfigException e) {
            throw new IllegalArgumentException("option --%s: %s".formatted(option, e.getMessage()));
        }
    }

    /** Of the settings of a login module only the secret must be a reference; certificates are no secret. */
    private static boolean isClear(String name, String value) {
        return switch (name) {
            case "sasl.jaas.config" -> LOGIN_OPTION.matcher(value).results().anyMatch(KafkaClient::isClear);
            case "ssl.truststore.certificates", "ssl.keystore.certificate.chain" -> value.contains("PRIVATE KEY");
            default -> !SecretReference.PATTERN.matcher(value).matches();
        };
    }

    private static boolean isClear(MatchResult option) {
        var value = option.group(2).replaceAll("^[\"']|[\"']$", "");
        return SECRET_NAME.matcher(option.group(1)).matches()
                && !SecretReference.PATTERN.matcher(value).matches()
                && !SWITCH.matcher(value).matches();
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
