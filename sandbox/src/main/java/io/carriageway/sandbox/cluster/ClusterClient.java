package io.carriageway.sandbox.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.rest.messages.ClusterOverviewHeaders;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;

/** Asks a cluster of processes about its jobs, over its REST interface. */
public final class ClusterClient implements AutoCloseable {

    private final RestClusterClient<StandaloneClusterId> rest;

    private ClusterClient(RestClusterClient<StandaloneClusterId> rest) {
        this.rest = rest;
    }

    /** Of the cluster that the configuration of that Flink names. */
    public static ClusterClient of(FlinkHome home) throws Exception {
        return new ClusterClient(new RestClusterClient<>(configuration(home), StandaloneClusterId.getInstance()));
    }

    static Configuration configuration(FlinkHome home) {
        return GlobalConfiguration.loadConfiguration(home.confFolder().toString());
    }

    static String url(FlinkHome home) {
        var configuration = configuration(home);
        return "http://%s:%d".formatted(configuration.get(RestOptions.ADDRESS), configuration.get(RestOptions.PORT));
    }

    /** How many have registered; 0 where no JobManager answers. */
    int taskManagers() throws InterruptedException {
        var overview = rest.sendRequest(
                ClusterOverviewHeaders.getInstance(),
                EmptyMessageParameters.getInstance(),
                EmptyRequestBody.getInstance());
        try {
            return overview.get().getNumTaskManagersConnected();
        } catch (ExecutionException notYet) {
            return 0;
        }
    }

    /** The job of that name that has not ended. */
    public Optional<JobID> running(String name) throws ExecutionException, InterruptedException {
        return rest.listJobs().get().stream()
                .filter(job ->
                        job.getJobName().equals(name) && !job.getJobState().isGloballyTerminalState())
                .map(job -> job.getJobId())
                .findFirst();
    }

    public JobStatus status(JobID job) throws ExecutionException, InterruptedException {
        return rest.getJobStatus(job).get();
    }

    /** Ends a job with a savepoint in that folder, and tells its path. */
    public CompletableFuture<String> stop(JobID job, boolean drain, String folder) {
        return rest.stopWithSavepoint(job, drain, folder, SavepointFormatType.CANONICAL);
    }

    @Override
    public void close() {
        rest.close();
    }
}
