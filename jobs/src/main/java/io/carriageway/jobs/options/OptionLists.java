package io.carriageway.jobs.options;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** Puts together what can be set about a job. */
public final class OptionLists {

    private OptionLists() {}

    /** All options of those lists, in their order, each once. */
    @SafeVarargs
    public static List<ConfigOption<?>> join(List<? extends ConfigOption<?>>... lists) {
        return Stream.of(lists)
                .<ConfigOption<?>>flatMap(List::stream)
                .distinct()
                .toList();
    }
}
