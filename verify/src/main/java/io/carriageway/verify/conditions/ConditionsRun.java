package io.carriageway.verify.conditions;

import io.carriageway.jobs.conditions.ConditionsJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.accident.ReportsWithFaults;
import io.carriageway.verify.oracle.JobRun;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.oracle.Topic.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobID;

/** One conditions job with four topics, a database, a lake and roads of its own, on the shared sandbox. */
final class ConditionsRun extends JobRun {

    private final Path network;
    private final Duration activeFor;

    ConditionsRun(FlinkRuntime runtime, String name, int partitions, Path network, Duration activeFor)
            throws Exception {
        super(runtime, name);
        this.network = network;
        this.activeFor = activeFor;
        for (var topic : List.of("detection", "vehicle-telemetry", "weather", "accident")) {
            createTopic(input(topic).name(), partitions);
            option("topic." + topic, input(topic).name());
        }
        option("network", network.toUri().toString());
        option("accident.active-for", activeFor.toMinutes() + " min");
        // the whole input is sent at once: a partition may be slow, but is not idle
        option("partition.idle-after", "10 min");
    }

    ConditionsRun with(String option, String value) {
        option(option, value);
        return this;
    }

    Path network() {
        return network;
    }

    Duration activeFor() {
        return activeFor;
    }

    /** This run's topic for a topic of the suite. */
    Topic input(String topic) {
        return topic(topic + "-" + name());
    }

    /** Sends the records, and then to every partition a defective one of a time at which all windows are final. */
    void send(String topic, List<Sent> records) {
        input(topic).sendAll(ReportsWithFaults.withEnd(records));
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, ConditionsJob::attach);
    }
}
