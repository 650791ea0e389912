package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.S3Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.metrics.ReporterSetupBuilder;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.SerializedThrowable;

/**
 * A Flink cluster in this process, with its web interface. It uses the same S3 plugin, loaded in the same way, as a
 * cluster on servers. Checkpoints and savepoints are stored in S3.
 */
public final class EmbeddedFlink implements AutoCloseable {
    private static final int SLOTS = 8;
    private static final long POLL_MILLIS = 20;

    private final MiniCluster cluster;
    private final Configuration configuration;
    private final JobCounters counters;
    private final JobWatermarks watermarks;
    private final String url;
    private int terminatedTaskManagers;

    private EmbeddedFlink(
            MiniCluster cluster,
            Configuration configuration,
            JobCounters counters,
            JobWatermarks watermarks,
            String url) {
        this.cluster = cluster;
        this.configuration = configuration;
        this.counters = counters;
        this.watermarks = watermarks;
        this.url = url;
    }

    public static EmbeddedFlink start(Path folder, int port, S3Access s3, Path plugins) throws Exception {
        Files.createDirectories(folder);
        var configuration = new EmbeddedFlinkConf(folder, port, s3).configuration();
        var pluginManager = S3Plugin.load(plugins, configuration);
        FileSystem.initialize(configuration, pluginManager);
        var counters = new JobCounters();
        var watermarks = new JobWatermarks();
        var cluster = cluster(
                new MiniClusterConfiguration.Builder()
                        .setConfiguration(configuration)
                        .setPluginManager(pluginManager)
                        .setNumTaskManagers(1)
                        .setNumSlotsPerTaskManager(SLOTS)
                        .build(),
                List.of(
                        ReporterSetupBuilder.METRIC_SETUP_BUILDER.forReporter("counters", counters),
                        ReporterSetupBuilder.METRIC_SETUP_BUILDER.forReporter("watermarks", watermarks)));
        cluster.start();
        return new EmbeddedFlink(
                cluster,
                configuration,
                counters,
                watermarks,
                cluster.getRestAddress().get().toString());
    }

    private static MiniCluster cluster(MiniClusterConfiguration configuration, List<ReporterSetup> reporters) {
        return new MiniCluster(configuration) {
            /** Uses real RPC, because further TaskManagers may join. */
            @Override
            protected boolean useLocalCommunication() {
                return false;
            }

            @Override
            protected MetricRegistryImpl createMetricRegistry(Configuration given, long maximumMessageBytes) {
                return new MetricRegistryImpl(
                        MetricRegistryConfiguration.fromConfiguration(given, maximumMessageBytes), reporters);
            }
        };
    }

    public String url() {
        return url;
    }

    /** The watermark that the slowest subtask of a job's operator sent, in milliseconds. */
    public long watermark(JobID job, String operator) {
        return watermarks.of(job, operator);
    }

    /** A copy of the cluster's configuration, for the environment of a job. */
    public Configuration configuration() {
        return new Configuration(configuration);
    }

    public JobID submit(StreamExecutionEnvironment environment, String name) {
        return submit(environment, name, SavepointRestoreSettings.none());
    }

    /** Submits a job that resumes from a savepoint. Every state in it must have an operator. */
    public JobID resume(StreamExecutionEnvironment environment, String name, String savepoint) {
        return submit(environment, name, SavepointRestoreSettings.forPath(savepoint, false));
    }

    private JobID submit(StreamExecutionEnvironment environment, String name, SavepointRestoreSettings restore) {
        var plan = environment.getStreamGraph();
        plan.setJobName(name);
        JobGraph graph = plan.getJobGraph();
        graph.setSavepointRestoreSettings(restore);
        return get(cluster.submitJob(graph)).getJobID();
    }

    /** Adds a TaskManager with as many slots as the first. */
    public void startTaskManager() throws Exception {
        cluster.startTaskManager();
    }

    /** Removes the oldest TaskManager with the tasks on it, like a machine that fails. */
    public void terminateTaskManager() {
        get(cluster.terminateTaskManager(terminatedTaskManagers++));
    }

    public JobStatus status(JobID job) {
        return get(cluster.getJobStatus(job));
    }

    /** Completes a checkpoint of a job. */
    public void checkpoint(JobID job) {
        awaitAllRunning(job);
        get(cluster.triggerCheckpoint(job));
    }

    /**
     * Stops a job and returns the path of its savepoint when the job is finished. A drain means that no more input will
     * come: windows close, and the job must not resume from the savepoint.
     */
    public String stopWithSavepoint(JobID job, boolean drain) {
        awaitAllRunning(job);
        var folder = configuration.get(CheckpointingOptions.SAVEPOINT_DIRECTORY);
        var savepoint = get(cluster.stopWithSavepoint(job, folder, drain, SavepointFormatType.CANONICAL));
        get(cluster.requestJobResult(job));
        return savepoint;
    }

    /** A task that is still starting declines a checkpoint, although others may already run. */
    private void awaitAllRunning(JobID job) {
        while (!allRun(get(cluster.getExecutionGraph(job)))) {
            get(CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS)));
        }
    }

    private static boolean allRun(AccessExecutionGraph graph) {
        if (graph.getState().isTerminalState()) {
            throw new IllegalStateException("job " + graph.getJobName() + " is " + graph.getState());
        }
        for (var task : graph.getAllExecutionVertices()) {
            var state = task.getExecutionState();
            if (state != ExecutionState.RUNNING && state != ExecutionState.FINISHED) {
                return false;
            }
        }
        return true;
    }

    /** Number of events of a job whose window was already final. The job may have ended. */
    public long lateRecordsDropped(JobID job) {
        return counters.of(job, JobCounters.Kept.LATE_RECORDS_DROPPED)
                .orElseThrow(() -> new IllegalStateException(
                        "no operator of job " + job + " has the metric numLateRecordsDropped"));
    }

    /** Number of verdicts of a job; 0 before its tasks have started. */
    public long verdicts(JobID job) {
        return counters.of(job, JobCounters.Kept.VERDICTS).orElse(0);
    }

    /** Number of automatic restarts of the job. */
    public int restarts(JobID job) {
        int restarts = 0;
        for (var task : get(cluster.getExecutionGraph(job)).getAllExecutionVertices()) {
            restarts = Math.max(restarts, task.getCurrentExecutionAttempt().getAttemptNumber());
        }
        return restarts;
    }

    /** Cancels a job and returns when it is gone. */
    public void cancel(JobID job) {
        get(cluster.cancelJob(job));
        get(cluster.requestJobResult(job));
    }

    /** Waits for a bounded job to end. Returns empty if it finished, else its failure. */
    public Optional<Throwable> awaitEnd(JobID job, Duration limit) {
        return get(cluster.requestJobResult(job).orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS))
                .getSerializedThrowable()
                .map(failure -> failure.deserializeError(SerializedThrowable.class.getClassLoader()));
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        get(cluster.closeAsync());
    }
}
