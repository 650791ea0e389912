package io.carriageway.jobs;

import io.carriageway.jobs.replay.Replay;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What every job of the suite asks of Flink; the cluster's configuration decides the rest. */
public final class Environments {

    private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    private Environments() {}

    public static void prepare(StreamExecutionEnvironment env) {
        var settings = new Configuration();
        settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false); // state must find its operator after an upgrade
        settings.set(PipelineOptions.GENERIC_TYPES, false); // state must stay readable, which Kryo does not promise
        settings.set(PipelineOptions.OBJECT_REUSE, true); // no operator here changes or keeps its input
        // A database that is away for long holds checkpoints up; that is backpressure, and no reason to restart.
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        env.configure(settings);
        if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
            env.configure(
                    new Configuration().set(CheckpointingOptions.CHECKPOINTING_INTERVAL, DEFAULT_CHECKPOINT_INTERVAL));
        }
    }

    /** The same for a job that can be replayed. */
    public static void prepare(StreamExecutionEnvironment env, Replay replay) {
        prepare(env);
        if (replay.isBounded()) {
            env.setRuntimeMode(replay.mode());
        }
    }
}
