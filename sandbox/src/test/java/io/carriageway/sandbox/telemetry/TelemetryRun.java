package io.carriageway.sandbox.telemetry;

import io.carriageway.jobs.telemetry.TelemetryJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.JobRun;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.JobID;

/** One telemetry job with a topic, a database, a lake and roads of its own, on the shared sandbox. */
final class TelemetryRun extends JobRun {

    private final Path network;
    private final Duration journeyGap;

    TelemetryRun(FlinkRuntime runtime, String name, int partitions, Path network, Duration journeyGap)
            throws Exception {
        super(runtime, "vehicle-telemetry", name, partitions);
        this.network = network;
        this.journeyGap = journeyGap;
        option("network", network.toUri().toString());
        option("journey.gap", journeyGap.toSeconds() + " s");
    }

    TelemetryRun with(String option, String value) {
        option(option, value);
        return this;
    }

    Path network() {
        return network;
    }

    Duration journeyGap() {
        return journeyGap;
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, TelemetryJob::attach);
    }

    JobID resume(int parallelism, String savepoint) throws Exception {
        return resume(parallelism, savepoint, TelemetryJob::attach);
    }
}
