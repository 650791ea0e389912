package io.carriageway.jobs.options;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/**
 * The text on one option. An option without a default is required, unless its description has a sentence
 * {@code Default: ...}, which says what applies without it.
 *
 * @param value the default as written in a file; empty if there is none
 * @param without what applies if the option is not given; empty if {@code value} says so or nothing does
 * @param meaning the rest of the description
 */
record OptionText(String key, String value, String without, String meaning) {

    private static final Pattern DEFAULT = Pattern.compile(" ?Default: (.+?)\\.(?= |$)");

    static OptionText of(ConfigOption<?> option, String variable) {
        var description = new HtmlFormatter().format(option.description());
        var without = DEFAULT.matcher(description);
        return new OptionText(
                option.key(),
                option.hasDefaultValue() ? value(option.defaultValue()) : "",
                without.find() ? without.group(1) : "",
                without.replaceAll("") + source(variable));
    }

    private static String source(String variable) {
        if (variable == null) {
            return "";
        }
        return " Or given by environment variable " + variable + ".";
    }

    private static String value(Object value) {
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(OptionText::value).collect(Collectors.joining(";"));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value.toString().replaceFirst("\\.0$", "");
    }

    /** Whether it stands for all options that begin with its key. */
    boolean isAny() {
        return key.endsWith("*");
    }

    boolean isRequired() {
        return value.isEmpty() && without.isEmpty();
    }
}
