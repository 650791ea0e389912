package io.carriageway.jobs.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.text.Printable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;

/**
 * Reads a job's options from arguments {@code --key value}, which override {@code --config file.properties}, which
 * overrides the environment (for secrets).
 */
public final class JobArguments {

    private static final String CONFIG = "config";
    private static final String DURATION = "10 min";
    private static final String SIZE = "10 mb";

    /** What Flink says of an enum, whose type an option without a default does not show. */
    private static final Pattern CONSTANTS = Pattern.compile("Expected one of: \\[\\[?([^\\]]*)]");

    private static final Pattern NUMBER = Pattern.compile("\\s*[0-9]+\\s*");

    private JobArguments() {}

    /**
     * Reads and checks the options.
     *
     * @param environmentKeys the environment variable of each option that may come from the environment
     * @throws IllegalArgumentException if an option is unknown; names its position and the known options
     */
    public static Configuration parse(
            String[] args, Collection<ConfigOption<?>> known, Map<ConfigOption<?>, String> environmentKeys)
            throws IOException {
        var arguments = CommandLine.read(args, KnownKeys.of(known, CONFIG));
        var values = new HashMap<String, String>();
        environmentKeys.forEach((option, variable) -> {
            var value = System.getenv(variable);
            if (value != null) {
                values.put(option.key(), value);
            }
        });
        var file = arguments.remove(CONFIG);
        if (file != null) {
            values.putAll(fromFile(file, KnownKeys.of(known)));
        }
        values.putAll(arguments);
        return Configuration.fromMap(values);
    }

    private static Map<String, String> fromFile(String file, KnownKeys known) throws IOException {
        try {
            return new OptionsFile(pathOf(file)).read(known);
        } catch (IOException e) {
            throw new IOException("option --config: cannot read %s (%s)"
                    .formatted(shown(file), e.getClass().getSimpleName()));
        }
    }

    private static Path pathOf(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("option --config does not take " + shown(file));
        }
    }

    /**
     * The file's name for messages. A text with an equals sign may be an option with its value, perhaps a password, and
     * is not shown.
     */
    private static String shown(String file) {
        return file.contains("=") ? "its value, which is key=value and no file" : "'" + Printable.of(file) + "'";
    }

    /** Returns the option's value. A missing or malformed one is an error that names the option. */
    public static <T> T require(Configuration configuration, ConfigOption<T> option) {
        var value = optional(configuration, option);
        if (value == null) {
            throw new IllegalArgumentException("option --%s is missing".formatted(option.key()));
        }
        return value;
    }

    /** Returns the option's value or its default, which may be null. */
    public static <T> T optional(Configuration configuration, ConfigOption<T> option) {
        T value;
        try {
            value = configuration.get(option);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("option --%s does not take %s%s"
                    .formatted(option.key(), shown(configuration, option), example(option.defaultValue(), e)));
        }
        if (value instanceof Duration) {
            requireUnit(configuration, option, DURATION);
        } else if (value instanceof MemorySize) {
            requireUnit(configuration, option, SIZE);
        }
        return value;
    }

    /** Rejects a number without a unit. Flink would take it for milliseconds or bytes, which nobody means. */
    private static void requireUnit(Configuration configuration, ConfigOption<?> option, String example) {
        var text = text(configuration, option);
        if (text != null && NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("option --%s is '%s', a number without a unit; write for example '%s'"
                    .formatted(option.key(), Printable.of(text), example));
        }
    }

    /** What to write in place of a malformed value, by the type of the default. */
    private static String example(Object usual, RuntimeException fault) {
        if (usual instanceof Duration) {
            return "; write for example '" + DURATION + "'";
        }
        if (usual instanceof MemorySize) {
            return "; write for example '" + SIZE + "'";
        }
        if (usual instanceof Boolean) {
            return "; write true or false";
        }
        if (usual instanceof Enum<?> constant) {
            return "; write one of "
                    + Arrays.toString(constant.getDeclaringClass().getEnumConstants())
                            .toLowerCase(Locale.ROOT);
        }
        var constants = CONSTANTS.matcher(String.valueOf(fault.getCause()));
        if (constants.find()) {
            return "; write one of [" + constants.group(1).toLowerCase(Locale.ROOT) + "]";
        }
        return usual instanceof Number ? "; write a number, for example " + usual : "";
    }

    private static String shown(Configuration configuration, ConfigOption<?> option) {
        return GlobalConfiguration.isSensitive(option.key())
                ? "its value"
                : "'" + Printable.of(text(configuration, option)) + "'";
    }

    private static String text(Configuration configuration, ConfigOption<?> option) {
        return configuration.get(key(option.key()).stringType().noDefaultValue());
    }
}
