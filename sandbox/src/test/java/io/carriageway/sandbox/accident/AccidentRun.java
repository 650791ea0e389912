package io.carriageway.sandbox.accident;

import io.carriageway.jobs.accident.AccidentJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.JobRun;
import io.carriageway.sandbox.oracle.Topic;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;

/** One accident job with topics, a database, a lake and roads of its own, on the shared sandbox. */
final class AccidentRun extends JobRun {

    private final Path network;

    AccidentRun(FlinkRuntime runtime, String name, int partitions, Path network) throws Exception {
        super(runtime, "accident", name, partitions);
        this.network = network;
        createTopic(weatherTopic().name(), partitions);
        option("topic.weather", weatherTopic().name());
        option("network", network.toUri().toString());
        // the input comes at once: a partition may be slow, but is not idle
        option("partition.idle-after", "10 min");
    }

    AccidentRun with(String option, String value) {
        option(option, value);
        return this;
    }

    Path network() {
        return network;
    }

    Topic weatherTopic() {
        return topic("weather-" + name());
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, AccidentJob::attach);
    }
}
