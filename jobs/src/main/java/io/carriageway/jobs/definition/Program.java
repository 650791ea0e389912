package io.carriageway.jobs.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;

/**
 * A program that {@code flink run -c} starts.
 *
 * @param name its name in commands, example files and pages
 * @param mainClass has the main method
 * @param declaredOptions all its options, read lazily, when all constants of the class are initialised
 * @param environment the environment variables that may give some of the options
 */
public record Program(
        String name,
        Class<?> mainClass,
        Supplier<List<ConfigOption<?>>> declaredOptions,
        Map<ConfigOption<?>, String> environment) {

    /** Its name in Flink, and the default of its consumer group. */
    public String flinkName() {
        return "carriageway-" + name;
    }

    /** All its options, as pages list them. */
    public List<ConfigOption<?>> options() {
        return declaredOptions.get();
    }
}
