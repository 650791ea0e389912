package io.carriageway.verify.chaos;

import io.carriageway.jobs.cluster.ClusterClient;
import io.carriageway.jobs.cluster.ClusterJob;
import io.carriageway.sandbox.Eventually;
import io.carriageway.sandbox.FlinkRuntime;
import io.carriageway.sandbox.cluster.BuiltFlink;
import io.carriageway.sandbox.cluster.Cluster;
import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobID;

/** A cluster of processes whose connections to the database and to S3 can be broken. */
final class ChaosCluster implements FlinkRuntime, AutoCloseable {

    /** Longer than web.timeout, for which Flink waits for the metrics of a TaskManager that dies during the request. */
    private static final Duration LONGEST_FETCH = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final ClusterClient client;
    private final FaultyLink database;
    private final FaultyLink s3;

    private ChaosCluster(Cluster cluster, ClusterClient client, FaultyLink database, FaultyLink s3) {
        this.cluster = cluster;
        this.client = client;
        this.database = database;
        this.s3 = s3;
    }

    static ChaosCluster start(SandboxConfig options, Map<String, String> environment, Path folder) throws Exception {
        var links = new ArrayList<FaultyLink>();
        var cluster = Cluster.start(options, environment, folder, s3 -> {
            links.add(FaultyLink.to(s3.getPort()));
            return URI.create("http://127.0.0.1:" + links.get(0).port());
        });
        return new ChaosCluster(
                cluster,
                ClusterClient.of(cluster.home()),
                FaultyLink.to(portOf(cluster.servers().database().jdbcUrl())),
                links.get(0));
    }

    /** A JDBC URL is a URI behind its first colon. */
    private static int portOf(String jdbcUrl) {
        return URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }

    Cluster cluster() {
        return cluster;
    }

    ClusterClient client() {
        return client;
    }

    FaultyLink database() {
        return database;
    }

    FaultyLink s3() {
        return s3;
    }

    @Override
    public Servers servers() {
        return cluster.servers();
    }

    @Override
    public String jobsUrl(String name) {
        var direct = servers().database().jdbcUrl(name);
        return direct.replace(":" + portOf(direct) + "/", ":" + database.port() + "/");
    }

    @Override
    public JobID submit(String name, int parallelism, Optional<String> savepoint, List<String> options, Job unused)
            throws Exception {
        var job = new ClusterJob(cluster.home(), client, BuiltFlink.jobsJar(), name);
        job.submit(savepoint, List.of("-p", String.valueOf(parallelism)), options);
        return job.running().orElseThrow();
    }

    @Override
    public void checkpoint(JobID job) throws Exception {
        client.checkpoint(job);
    }

    @Override
    public String stop(JobID job, boolean drain) throws Exception {
        return client.stop(job, drain, servers().s3().uri("savepoints/" + job)).get();
    }

    /**
     * Returns the current count. Flink answers with those of its last fetch, so this waits until the third fetch, when
     * the second is complete.
     */
    @Override
    public long lateRecordsDropped(JobID job) throws Exception {
        for (int fetch = 0; fetch < 3; fetch++) {
            long before = client.metric(job, "runningTime");
            Eventually.holds("Flink fetches metrics", LONGEST_FETCH, () -> client.metric(job, "runningTime") != before);
        }
        return client.counted(job, "numLateRecordsDropped");
    }

    @Override
    public void close() throws Exception {
        client.close();
        cluster.close();
        database.close();
        s3.close();
    }
}
