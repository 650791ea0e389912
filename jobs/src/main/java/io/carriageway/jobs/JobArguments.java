package io.carriageway.jobs;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.util.ParameterTool;

/**
 * Reads a job's options: {@code --key value}, over {@code --config file.properties}, over the environment for secrets.
 */
public final class JobArguments {

    private static final String CONFIG = "config";

    private JobArguments() {}

    /**
     * Reads and checks the options.
     *
     * @param environmentKeys for options that may come from the environment, the variable that holds each
     * @throws IllegalArgumentException where an option is unknown, names what is known
     */
    public static Configuration parse(
            String[] args, Collection<ConfigOption<?>> known, Map<ConfigOption<?>, String> environmentKeys)
            throws IOException {
        var arguments = ParameterTool.fromArgs(args);
        var values = new HashMap<String, String>();
        environmentKeys.forEach((option, variable) -> {
            var value = System.getenv(variable);
            if (value != null) {
                values.put(option.key(), value);
            }
        });
        if (arguments.has(CONFIG)) {
            values.putAll(
                    ParameterTool.fromPropertiesFile(arguments.get(CONFIG)).toMap());
        }
        values.putAll(arguments.toMap());
        values.remove(CONFIG);
        refuseUnknown(values, known);
        return Configuration.fromMap(values);
    }

    /** The option's value; a missing or malformed one is an error that names the option and what it means. */
    public static <T> T require(Configuration configuration, ConfigOption<T> option) {
        var value = optional(configuration, option);
        if (value == null) {
            throw new IllegalArgumentException("option --%s is missing".formatted(option.key()));
        }
        return value;
    }

    /** The option's value or its default, which may be null. */
    public static <T> T optional(Configuration configuration, ConfigOption<T> option) {
        try {
            return configuration.get(option);
        } catch (IllegalArgumentException e) {
            var given = GlobalConfiguration.isSensitive(option.key())
                    ? "its value"
                    : "'" + configuration.toMap().get(option.key()) + "'";
            throw new IllegalArgumentException("option --%s does not take %s".formatted(option.key(), given), e);
        }
    }

    private static void refuseUnknown(Map<String, String> values, Collection<ConfigOption<?>> known) {
        var keys = known.stream().map(ConfigOption::key).collect(Collectors.toCollection(TreeSet::new));
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(keys);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown options %s; known are %s".formatted(unknown, keys));
        }
    }
}
