package io.carriageway.jobs.options;

import io.carriageway.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * A reference to a secret, in the form of Kafka's configuration providers: {@code ${env:NAME}},
 * {@code ${file:/path/of.properties:key}} or {@code ${directory:/folder:file}}. A job graph contains the reference, and
 * each process that uses the secret resolves it by itself.
 */
public final class SecretReference {

    /** One reference: provider, path if any, and key. */
    public static final Pattern PATTERN = Pattern.compile("\\$\\{(env|file|directory):(?:([^:}]*):)?([^:}]+)}");

    /** The providers by the names that references give them. */
    public static final Map<String, Class<? extends ConfigProvider>> PROVIDERS = Map.of(
            "env", EnvVarConfigProvider.class,
            "file", FileConfigProvider.class,
            "directory", SecretFileProvider.class);

    private SecretReference() {}

    /**
     * The reference to the secret that an option's file contains, or that an environment variable contains if the
     * option is not given; null if there is neither.
     */
    public static String optional(Configuration given, ConfigOption<String> file, String variable) {
        var path = JobArguments.optional(given, file);
        if (path != null) {
            return toFile(file, path);
        }
        return System.getenv(variable) == null ? null : "${env:" + variable + "}";
    }

    /** As {@link #optional}; fails if there is neither. */
    public static String require(Configuration given, ConfigOption<String> file, String variable) {
        var reference = optional(given, file, variable);
        if (reference == null) {
            throw new IllegalArgumentException(
                    "option --%s is missing, and environment variable %s is not set; give one of them"
                            .formatted(file.key(), variable));
        }
        return reference;
    }

    private static String toFile(ConfigOption<String> option, String path) {
        var file = Path.of(path).toAbsolutePath();
        var reference = "${directory:%s:%s}".formatted(file.getParent(), file.getFileName());
        if (file.getFileName() == null || !PATTERN.matcher(reference).matches()) {
            throw new IllegalArgumentException(
                    "option --%s does not take '%s': the path must name a file, without : or }"
                            .formatted(option.key(), Printable.of(path)));
        }
        return reference;
    }

    /**
     * The text with the secrets of this process in place of the references.
     *
     * @throws IllegalArgumentException if this machine lacks a secret; names the reference
     */
    public static String resolve(String text) {
        return PATTERN.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(secret(reference)));
    }

    private static String secret(MatchResult reference) {
        var path = reference.group(2);
        var key = reference.group(3);
        try (var provider = PROVIDERS.get(reference.group(1)).getConstructor().newInstance()) {
            provider.configure(Map.of());
            var secret =
                    provider.get(path == null ? "" : path, Set.of(key)).data().get(key);
            if (secret != null) {
                return secret;
            }
        } catch (ConfigException unreadable) {
            // reported below, like a key that is not there
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(Printable.of(
                "this machine has no secret %s; set the variable, or create the file, on every machine of the cluster and of the client"
                        .formatted(reference.group())));
    }
}
