package io.carriageway.jobs.options;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/**
 * What there is to say of one option. One without a default is required, unless its description has a sentence
 * {@code Default: ...}, which says what holds without it.
 *
 * @param value the default as a file would have it; empty where there is none
 * @param without what holds where it is not given; empty where {@code value} or nothing says so
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
                without.replaceAll("") + source(option, variable));
    }

    private static String source(ConfigOption<?> option, String variable) {
        if (variable == null) {
            return "";
        }
        return (GlobalConfiguration.isSensitive(option.key()) ? " Better given by" : " Or given by")
                + " environment variable " + variable + ".";
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

    boolean isRequired() {
        return value.isEmpty() && without.isEmpty();
    }
}
