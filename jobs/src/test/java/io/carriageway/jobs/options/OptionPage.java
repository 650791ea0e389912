package io.carriageway.jobs.options;

import io.carriageway.jobs.daily.Daily;
import io.carriageway.jobs.definition.Program;
import io.carriageway.jobs.io.jdbc.MySqlOptions;
import io.carriageway.jobs.suite.Suite;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/**
 * A program with options, and the two files of the repository that describe them.
 *
 * @param doc the page with the table
 * @param file the example of the file that {@code --config} names
 * @param environment the environment variables that may give some of the options
 */
record OptionPage(
        String title,
        String doc,
        String file,
        List<ConfigOption<?>> options,
        Map<ConfigOption<?>, String> environment) {

    private static final OptionPage DAILY = new OptionPage(
            "the daily work",
            "docs/daily.md",
            "flink-conf/daily.properties",
            Daily.options(),
            MySqlOptions.ENVIRONMENT);

    static final List<OptionPage> ALL = Stream.concat(Suite.programs().stream().map(OptionPage::of), Stream.of(DAILY))
            .toList();

    private static OptionPage of(Program program) {
        return new OptionPage(
                program.mainClass().getSimpleName(),
                "docs/jobs/" + program.name() + ".md",
                "flink-conf/" + program.name() + ".properties",
                program.options(),
                program.environment());
    }

    /** The options, required ones first, otherwise in the order of their declaration. */
    List<OptionText> texts() {
        return options.stream()
                .map(option -> OptionText.of(option, environment.get(option)))
                .sorted(Comparator.comparing(text -> !text.isRequired()))
                .toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
