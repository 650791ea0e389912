package io.carriageway.sandbox.demo;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.suite.Suite;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The jobs of the demo, in the order of the suite, in which they end. */
final class DemoJobSpecs {

    /** Only pictures need both cores. */
    private static final int CAMERA_PARALLELISM = 2;

    /** The rules of the repository; a job uses those of its table. */
    private static final String ALERTS = "classpath:alerts.yaml";

    private DemoJobSpecs() {}

    /** Creates the jobs with the user's model, if any, and the roads in that file. */
    static List<DemoJob> of(DemoConfig options, Path roads) {
        var values = new LinkedHashMap<String, String>();
        values.put("alerts", ALERTS);
        values.put("network", roads.toUri().toString());
        options.model().ifPresent(address -> values.put("model", address));
        return Suite.JOBS.stream().map(job -> of(job, values)).toList();
    }

    private static DemoJob of(JobDefinition job, Map<String, String> values) {
        return new DemoJob(
                job.flinkName(),
                job.has("model") ? CAMERA_PARALLELISM : 1,
                job.inputs().stream().map(EventTopic::name).toList(),
                job.attach()::to,
                values.keySet().stream()
                        .filter(job::has)
                        .flatMap(key -> Stream.of("--" + key, values.get(key)))
                        .toList());
    }
}
