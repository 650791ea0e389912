package io.carriageway.jobs.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;

/**
 * A program that {@code flink run -c} starts.
 *
 * @param name by which commands, example files and pages call it
 * @param mainClass has the main method
 * @param declaredOptions everything that can be set; asked when all constants of the class are there
 * @param environment the variables that some of the options may come from
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

    /** Everything that can be set, as pages list it. */
    public List<ConfigOption<?>> options() {
        return declaredOptions.get();
    }
}
