package io.carriageway.sandbox.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Submits a job, which resumes from its newest savepoint or retained checkpoint. Arguments: job, file of options,
 * further options. With FRESH=1 it starts without state.
 */
public final class Submit {

    private Submit() {}

    public static void main(String... arguments) {
        JobCommand.run(arguments, (job, options) -> submit(job, options, System.getenv()));
    }

    private static void submit(ClusterJob job, List<String> options, Map<String, String> environment) throws Exception {
        if (options.contains("--from")) {
            throw new IllegalArgumentException("a bounded run cannot resume from state: use flink run, or make replay");
        }
        var running = job.running();
        if (running.isPresent()) {
            throw new IllegalStateException(
                    "job %s runs already, as %s: make stop JOB=%s".formatted(job.job(), running.get(), job.job()));
        }
        var state = "1".equals(environment.get("FRESH")) ? Optional.<String>empty() : job.newestState();
        System.out.println(
                state.map(path -> job.job() + " resumes from " + path).orElse(job.job() + " starts without state"));
        var parallelism = environment.getOrDefault("PARALLELISM", "");
        job.submit(state, parallelism.isEmpty() ? List.of() : List.of("-p", parallelism), withConfig(options));
    }

    private static List<String> withConfig(List<String> options) {
        var all = new ArrayList<>(List.of("--config", options.get(0)));
        all.addAll(options.subList(1, options.size()));
        return all;
    }
}
