package io.carriageway.jobs.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.rest.handler.legacy.messages.ClusterOverviewWithVersion;
import org.apache.flink.runtime.rest.messages.ClusterOverviewHeaders;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;

/** Queries a cluster of processes about its jobs over Flink's REST interface. */
public final class ClusterClient implements AutoCloseable {

    /** The key of the sum over subtasks in Flink's answer about a metric. */
    private static final Pattern SUM = Pattern.compile("\"sum\":(\\d+)");

    private static final Pattern VALUE = Pattern.compile("\"value\":\"(\\d+)\"");

    private static final long ANSWER_SECONDS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final RestClusterClient<StandaloneClusterId> rest;
    private final String url;

    private ClusterClient(RestClusterClient<StandaloneClusterId> rest, String url) {
        this.rest = rest;
        this.url = url;
    }

    /** A client of the cluster that the configuration of that Flink names. */
    public static ClusterClient of(FlinkHome home) throws Exception {
        return new ClusterClient(
                new RestClusterClient<>(configuration(home), StandaloneClusterId.getInstance()), url(home));
    }

    public static Configuration configuration(FlinkHome home) {
        return GlobalConfiguration.loadConfiguration(home.confFolder().toString());
    }

    public static String url(FlinkHome home) {
        var configuration = configuration(home);
        return "http://%s:%d".formatted(configuration.get(RestOptions.ADDRESS), configuration.get(RestOptions.PORT));
    }

    /** Number of registered TaskManagers; 0 if no JobManager answers. */
    public int taskManagers() throws InterruptedException {
        try {
            return overview().get().getNumTaskManagersConnected();
        } catch (ExecutionException notYet) {
            return 0;
        }
    }

    /**
     * Fails if no JobManager answers at once. Other requests repeat that for a minute.
     *
     * @throws IllegalStateException says how to start a cluster
     */
    void requireAnswer() throws InterruptedException {
        try {
            var unused = overview().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "no Flink answers at %s: start it (in a checkout make cluster), or set FLINK_HOME to yours"
                            .formatted(url));
        }
    }

    private CompletableFuture<ClusterOverviewWithVersion> overview() {
        return rest.sendRequest(
                ClusterOverviewHeaders.getInstance(),
                EmptyMessageParameters.getInstance(),
                EmptyRequestBody.getInstance());
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

    /** Stops a job with a savepoint in that folder, and returns its path. */
    public CompletableFuture<String> stop(JobID job, boolean drain, String folder) {
        return rest.stopWithSavepoint(job, drain, folder, SavepointFormatType.CANONICAL);
    }

    /** Completes a checkpoint. */
    public void checkpoint(JobID job) throws ExecutionException, InterruptedException {
        var unused = rest.triggerCheckpoint(job, CheckpointType.CONFIGURED).get();
    }

    /** Whether every task of the job runs. */
    public boolean allRun(JobID job) throws ExecutionException, InterruptedException {
        var details = rest.getJobDetails(job).get();
        return details.getJobStatus() == JobStatus.RUNNING
                && details.getJobVertexInfos().stream()
                        .allMatch(vertex -> vertex.getExecutionState() == ExecutionState.RUNNING);
    }

    /** The sum of a counter over the operators of a running job, since the last start of each. */
    public long counted(JobID job, String counter) throws Exception {
        long sum = 0;
        for (var vertex : rest.getJobDetails(job).get().getJobVertexInfos()) {
            var metrics = "/jobs/%s/vertices/%s/subtasks/metrics".formatted(job, vertex.getJobVertexID());
            var names = found(Pattern.compile("\"id\":\"([^\"]*\\." + counter + ")\""), ask(metrics));
            if (!names.isEmpty()) {
                sum += found(SUM, ask(metrics + "?get=" + encode(String.join(",", names)))).stream()
                        .mapToLong(Long::parseLong)
                        .sum();
            }
        }
        return sum;
    }

    /** A metric of the whole job, as Flink fetched it last; 0 before the first fetch. */
    public long metric(JobID job, String metric) throws Exception {
        return found(VALUE, ask("/jobs/%s/metrics?get=%s".formatted(job, metric))).stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private String ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Override
    public void close() {
        rest.close();
    }
}
