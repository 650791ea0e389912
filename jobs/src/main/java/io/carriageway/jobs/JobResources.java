package io.carriageway.jobs;

import io.carriageway.intake.RawRecord;
import io.carriageway.jobs.input.EventInput;
import io.carriageway.jobs.input.IntakeStream;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.kafka.KafkaClient;
import io.carriageway.jobs.io.kafka.KafkaInput;
import io.carriageway.jobs.io.kafka.registry.SchemaRegistry;
import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.options.JobArguments;
import io.carriageway.jobs.replay.LakeEventSource;
import io.carriageway.jobs.replay.Progress;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.jobs.replay.ReplayArguments;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The three stores of every job (Kafka, MySQL and the lake), and the range of a replay.
 *
 * @param kafka null if a replay reads the lake
 * @param outputs the cluster of the topics that the job writes; null for a replay, which writes none
 * @param published the lake to which a replay publishes; null if it publishes to none
 * @param registry the schema registry; null if there is none
 * @param inputs the topics that the job reads so far
 */
public record JobResources(
        KafkaInput kafka,
        KafkaClient outputs,
        SchemaRegistry registry,
        DeadLetterTopicConfig deadLetters,
        MySqlConnection mysql,
        Lake lake,
        Lake published,
        Replay replay,
        Progress progress,
        Set<String> inputs) {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(5);

    public static JobResources of(Configuration given) {
        var replay = ReplayArguments.replay(given);
        return new JobResources(
                replay.readsLake() ? null : KafkaInput.of(given),
                replay.isBounded() ? null : KafkaClient.ofOutputs(given),
                SchemaRegistry.of(given),
                DeadLetterTopicConfig.of(given),
                MySqlConnection.of(given),
                Lake.of(given),
                published(given, replay),
                replay,
                new Progress(PROGRESS_INTERVAL, System.out),
                new LinkedHashSet<>());
    }

    private static Lake published(Configuration given, Replay replay) {
        var root = JobArguments.optional(given, JobResourceOptions.PUBLISH);
        if (root == null) {
            return null;
        }
        if (!replay.isBounded()) {
            throw new IllegalArgumentException("option --publish needs --from and --to; a live run writes to --lake");
        }
        if (!replay.revises() && Lake.of(given).isAt(root)) {
            throw new IllegalArgumentException(
                    "--publish must not be --lake: it already contains the live job's rows of the range");
        }
        return new Lake(root);
    }

    /** Whether a replay publishes to a lake that is not the live job's, and so contains no event of the range yet. */
    public boolean publishesApart() {
        return published != null && !lake.isAt(published.root());
    }

    /**
     * Reads a topic's events; a replay reads those that the rows of its range depend on.
     *
     * @throws IllegalStateException if the input lacks part of the range, and gaps are not allowed
     */
    public <R extends SpecificRecordBase, E extends SpecificRecordBase> IntakeStream<E> events(
            StreamExecutionEnvironment env, EventInput<R, E> topic) throws Exception {
        if (replay.readsLake()) {
            return IntakeStream.judged(
                    new LakeEventSource<>(topic).read(env, lake, replay),
                    topic.config().timing());
        }
        return IntakeStream.attach(
                records(env, topic),
                topic.config().with(deadLetters.limits()),
                topic.kept().type(),
                topic.intake());
    }

    private DataStream<RawRecord> records(StreamExecutionEnvironment env, EventInput<?, ?> topic) throws Exception {
        inputs.add(topic.topic());
        if (registry != null) {
            registry.requireAccess();
        }
        var arrivals = replay.arrivals(topic);
        var records = kafka.read(env, topic.topic(), topic.group(), arrivals);
        if (!replay.isBounded()) {
            return records;
        }
        progress.expect(kafka.records(topic.topic(), arrivals));
        return Progress.counted(records, topic.intake() + "-progress");
    }
}
