package io.carriageway.bench.replay;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The options of {@code make bench}, which has each as a variable in capitals. */
final class ReplayBenchOptions {

    static final ConfigOption<Long> EVENTS =
            key("events").longType().defaultValue(5_000_000L).withDescription("Number of position reports.");

    static final ConfigOption<Long> SEED =
            key("seed").longType().defaultValue(1L).withDescription("Number that names the city of the reports.");

    static final ConfigOption<List<Way>> WAYS = key("ways")
            .enumType(Way.class)
            .asList()
            .defaultValues(Way.values())
            .withDescription("Ways of replay, separated by semicolons. The live run is always the first.");

    static final List<ConfigOption<?>> ALL = List.of(EVENTS, SEED, WAYS);

    private ReplayBenchOptions() {}
}
