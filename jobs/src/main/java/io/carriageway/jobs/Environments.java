package io.carriageway.jobs;

import io.carriageway.jobs.replay.Replay;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Applies the Flink settings that every job of the suite needs. The cluster's configuration decides the rest. */
public final class Environments {

    private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private static final String OF_REST = "security.ssl.rest.";

    private Environments() {}

    public static void prepare(StreamExecutionEnvironment env) {
        var settings = new Configuration();
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false); // state must find its operator after an upgrade
        settings.set(PipelineOptions.GENERIC_TYPES, false); // state must stay readable, which Kryo does not promise
        settings.set(
                PipelineOptions.OBJECT_REUSE, true); // no operator here changes its input or keeps a reference to it
        // A long outage of the database delays checkpoints by backpressure, which is no reason to restart the job.
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        env.configure(settings);
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.configure(
                    new Configuration().set(CheckpointingOptions.CHECKPOINTING_INTERVAL, DEFAULT_CHECKPOINT_INTERVAL));
        }
    }

    /** Does the same for a job that can be replayed. */
    public static void prepare(StreamExecutionEnvironment env, Replay replay) {
        prepare(env);
        if (replay.isBounded()) {
            env.setRuntimeMode(replay.mode());
        }
    }

    /**
     * The job's graph, without the secrets of Flink's own settings, such as the key of S3. Flink copies its client's
     * config.yaml into each graph, and stores the graph for high availability; the processes of the cluster have a
     * config.yaml of their own. What the client needs for REST stays.
     */
    public static StreamGraph graph(StreamExecutionEnvironment env, String name) {
        // the graph has no settings of its own: it refers to those of the environment
        var settings = (Configuration) env.getConfiguration();
        for (var key : Set.copyOf(settings.keySet())) {
            if (GlobalConfiguration.isSensitive(key) && !key.startsWith(OF_REST)) {
                settings.removeKey(key);
            }
        }
        var graph = env.getStreamGraph();
        graph.setJobName(name);
        return graph;
    }
}
