package io.carriageway.sandbox.topic;

import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.oracle.JobRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobID;

/** The owner job of a topic with topics, a database, a lake and roads of its own. */
public final class TopicRun extends JobRun {

    private final TopicCase topic;

    public TopicRun(FlinkRuntime runtime, TopicCase topic, String name, int partitions) throws Exception {
        super(runtime, topic.topic().name(), name, partitions);
        this.topic = topic;
        topic.options().forEach(this::option);
        if (topic.roads().isPresent()) {
            var file = runtime.servers().folder().resolve(name + ".geojson");
            option(
                    "network",
                    Files.writeString(file, topic.roads().get()).toUri().toString());
        }
    }

    /** Adds an option; of one given twice, the last counts. */
    public TopicRun with(String option, String value) {
        option(option, value);
        return this;
    }

    /** Puts the lake into a folder in place of S3. */
    public TopicRun withLakeIn(Path folder) {
        lakeIn(folder);
        return this;
    }

    public TopicCase topicCase() {
        return topic;
    }

    public JobID start(int parallelism) throws Exception {
        return start(parallelism, topic.job().attach()::to);
    }

    public JobID resume(int parallelism, String savepoint) throws Exception {
        return resume(parallelism, savepoint, topic.job().attach()::to);
    }
}
