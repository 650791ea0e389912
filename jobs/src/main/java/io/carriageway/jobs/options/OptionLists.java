package io.carriageway.jobs.options;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** Combines lists of options. */
public final class OptionLists {

    private OptionLists() {}

    /** Joins the lists in their order, each option once. */
    @SafeVarargs
    public static List<ConfigOption<?>> join(List<? extends ConfigOption<?>>... lists) {
        return Stream.of(lists)
                .<ConfigOption<?>>flatMap(List::stream)
                .distinct()
                .toList();
    }
}
