package io.carriageway.verify.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.verify.oracle.JobRun;
import io.carriageway.verify.oracle.Replays.Case;
import io.carriageway.verify.oracle.Topic;
import io.carriageway.verify.oracle.Trial.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;

/** The owner job of a topic with topics, a database, a lake and companions of its own. */
public final class TopicRun extends JobRun {

    private final TopicCase topic;
    private final int partitions;
    private final Path folder;

    public TopicRun(FlinkRuntime runtime, TopicCase topic, String name, int partitions) throws Exception {
        super(runtime, topic.topic().name(), name, partitions);
        this.topic = topic;
        this.partitions = partitions;
        this.folder = runtime.servers().folder();
        topic.options().forEach(this::option);
        for (var companion : topic.companions()) {
            companion.join(this);
        }
    }

    /** Writes the parts of a seed's input that must exist before the job starts. */
    public TopicRun prepared(long seed) throws Exception {
        for (var companion : topic.companions()) {
            companion.prepare(this, seed);
        }
        return this;
    }

    /** Adds an option. If one is given twice, the last counts. */
    public TopicRun with(String option, String value) {
        option(option, value);
        return this;
    }

    /** Makes it a bounded run. */
    public TopicRun with(Case replayed) {
        replayed.options().forEach(option -> option(option.get(0), option.get(1)));
        return this;
    }

    /** Makes it use the topics of another run. */
    TopicRun reading(TopicRun live) {
        option(topic.topic().option().key(), live.inputTopic());
        Stream.concat(topic.job().read().stream(), topic.job().published().stream())
                .forEach(other ->
                        option(other.option().key(), live.topicOf(other).name()));
        return this;
    }

    /** Puts the lake into a folder in place of S3. */
    public TopicRun withLakeIn(Path folder) {
        lakeIn(folder);
        return this;
    }

    /** Writes a new file with that text, and returns its address. */
    String file(String suffix, String text) throws IOException {
        return Files.writeString(folder.resolve(name() + suffix), text).toUri().toString();
    }

    /** Creates another topic that the job reads or fills. */
    public void addTopic(EventTopic<?, ?> other, int partitions) throws Exception {
        createTopic(topicOf(other).name(), partitions);
        option(other.option().key(), topicOf(other).name());
    }

    /** This run's topic for one that the suite declares. */
    public Topic topicOf(EventTopic<?, ?> declared) {
        return topic(declared.name() + "-" + name());
    }

    /** The records that are sent to the job: first to topics that it reads, then to its own. */
    List<Input> inputs(long seed, Duration length) {
        var inputs = new ArrayList<>(othersInputs(seed));
        inputs.add(
                new Input(topicOf(topic.topic()), () -> topic.input().records().of(seed, length)));
        return inputs;
    }

    /** Sends the input of a seed except the records of its own topic. */
    void sendOthers(long seed) {
        othersInputs(seed)
                .forEach(input -> input.topic().sendAll(input.records().get()));
    }

    private List<Input> othersInputs(long seed) {
        return topic.companions().stream()
                .flatMap(companion -> companion.inputs(this, seed).stream())
                .toList();
    }

    public TopicCase topicCase() {
        return topic;
    }

    int partitions() {
        return partitions;
    }

    /**
     * Runs the job over the records of its topic, and compares all results with the oracle. Fails if the job was
     * restarted.
     *
     * @param withoutRows tables that must be empty; every other must have rows
     */
    public void takesUpAll(String... withoutRows) throws Exception {
        var job = start(1);
        topic.input().end().await(this);
        assertThat(statusHistory(job)).as("it was never restarted").contains("\"RESTARTING\":0");
        drain(job);
        try (var oracle = TopicOracle.of(this)) {
            oracle.agreesWithEverything(withoutRows);
        }
    }

    public JobID start(int parallelism) throws Exception {
        return start(parallelism, topic.attach());
    }

    public JobID resume(int parallelism, String savepoint) throws Exception {
        return resume(parallelism, savepoint, topic.attach());
    }
}
