package io.carriageway.bench.replay;

import io.carriageway.jobs.options.JobArguments;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The options of {@code make bench}, which has each as a variable in capitals. */
record ReplayBenchConfig(long events, long seed, List<Way> ways) {

    ReplayBenchConfig {
        if (events < 1) {
            throw new IllegalArgumentException("EVENTS must be 1 or more, not " + events);
        }
    }

    static ReplayBenchConfig from(String... args) throws IOException {
        var given = JobArguments.parse(args, ReplayBenchOptions.ALL, Map.of());
        var wanted = JobArguments.require(given, ReplayBenchOptions.WAYS);
        return new ReplayBenchConfig(
                JobArguments.require(given, ReplayBenchOptions.EVENTS),
                JobArguments.require(given, ReplayBenchOptions.SEED),
                List.of(Way.values()).stream()
                        .filter(way -> !way.isBounded() || wanted.contains(way))
                        .toList());
    }
}
