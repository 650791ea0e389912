package io.carriageway.bench.replay;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** How much is measured; {@code make bench} has each option as a variable in capitals. */
record ReplayBenchOptions(long events, long seed, List<Way> ways) {

    private static final ConfigOption<Long> EVENTS =
            key("events").longType().defaultValue(5_000_000L).withDescription("Position reports.");
    private static final ConfigOption<Long> SEED =
            key("seed").longType().defaultValue(1L).withDescription("Names the city that they are from.");
    private static final ConfigOption<List<Way>> WAYS = key("ways")
            .enumType(Way.class)
            .asList()
            .defaultValues(Way.values())
            .withDescription("The ways of replay, between semicolons; the live run is always the first.");

    ReplayBenchOptions {
        if (events < 1) {
            throw new IllegalArgumentException("EVENTS must be 1 or more, not " + events);
        }
    }

    static ReplayBenchOptions from(String... args) throws IOException {
        var given = JobArguments.parse(args, List.of(EVENTS, SEED, WAYS), Map.of());
        var wanted = JobArguments.require(given, WAYS);
        return new ReplayBenchOptions(
                JobArguments.require(given, EVENTS),
                JobArguments.require(given, SEED),
                List.of(Way.values()).stream()
                        .filter(way -> !way.isBounded() || wanted.contains(way))
                        .toList());
    }
}
