package io.carriageway.jobs.cluster;

import io.carriageway.jobs.check.Check;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CoreOptions;

/** Checks the running Flink: whether it answers, its version, and its free slots. */
final class FlinkChecks {

    private static final List<String> VERSIONS = List.of("2.2", "2.3");

    private FlinkChecks() {}

    /** @param flink options for {@code flink run}, of which the parallelism matters */
    static List<Check> of(Map<String, String> environment, List<String> flink) {
        return List.of(new Check("Flink", () -> ask(FlinkHome.of(environment), flink)));
    }

    private static Optional<String> ask(FlinkHome home, List<String> flink) throws Exception {
        try (var client = ClusterClient.of(home)) {
            var overview = client.requireAnswer();
            if (VERSIONS.stream().noneMatch(version -> overview.getVersion().startsWith(version + "."))) {
                throw new IllegalStateException("it is version %s, but the jobs run on %s"
                        .formatted(overview.getVersion(), String.join(" and ", VERSIONS)));
            }
            int needed = flink.isEmpty()
                    ? ClusterClient.configuration(home).get(CoreOptions.DEFAULT_PARALLELISM)
                    : Integer.parseInt(flink.get(1));
            int free = overview.getNumSlotsAvailable();
            return free >= needed
                    ? Optional.empty()
                    : Optional.of(
                            "%d of %d slots are free, but the job needs %d; it would wait: stop a job, add a TaskManager, or give -p"
                                    .formatted(free, overview.getNumSlotsTotal(), needed));
        }
    }
}
