package io.carriageway.jobs;

import io.carriageway.jobs.replay.Replay;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Applies the Flink settings that every job of the suite needs. The cluster's configuration decides the rest. */
public final class Environments {

    private static final Duration DEFAULT_CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

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
}
