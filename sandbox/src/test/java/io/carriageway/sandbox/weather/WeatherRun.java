package io.carriageway.sandbox.weather;

import io.carriageway.jobs.weather.WeatherJob;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.JobRun;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;

/** One weather job with a topic, a database and a lake of its own, on the shared sandbox. */
final class WeatherRun extends JobRun {

    WeatherRun(FlinkRuntime runtime, String name, int partitions) throws Exception {
        super(runtime, "weather", name, partitions);
    }

    WeatherRun with(String option, String value) {
        option(option, value);
        return this;
    }

    WeatherRun withLakeIn(Path folder) {
        lakeIn(folder);
        return this;
    }

    JobID start(int parallelism) throws Exception {
        return start(parallelism, WeatherJob::attach);
    }
}
