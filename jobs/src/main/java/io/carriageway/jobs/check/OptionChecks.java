package io.carriageway.jobs.check;

import io.carriageway.jobs.options.JobArguments;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Reads the value of each option, so that all wrong ones are reported at once. */
public final class OptionChecks {

    private OptionChecks() {}

    /** A failed check for each option with a wrong value, or one that succeeds. */
    public static List<Check> of(Collection<ConfigOption<?>> options, Configuration given) {
        var faults = options.stream().flatMap(option -> fault(option, given)).toList();
        return faults.isEmpty() ? List.of(Check.of("options", () -> {})) : faults;
    }

    private static Stream<Check> fault(ConfigOption<?> option, Configuration given) {
        try {
            var unused = JobArguments.optional(given, option);
            return Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.of(Check.failed("options", e.getMessage()));
        }
    }
}
