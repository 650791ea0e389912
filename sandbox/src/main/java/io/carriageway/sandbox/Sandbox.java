package io.carriageway.sandbox;

import io.carriageway.sandbox.servers.Database;
import io.carriageway.sandbox.servers.EmbeddedKafka;
import io.carriageway.sandbox.servers.LoopbackPorts;
import io.carriageway.sandbox.servers.S3Access;
import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs Kafka, MariaDB, S3 and Flink, all real. There is one sandbox per JVM, because Flink's file systems are
 * initialised once per JVM.
 */
public final class Sandbox implements AutoCloseable, FlinkRuntime {

    private static final long CHECKPOINT_MILLIS = 1_000;

    private final Servers servers;
    private final EmbeddedFlink flink;

    private Sandbox(Servers servers, EmbeddedFlink flink) {
        this.servers = servers;
        this.flink = flink;
    }

    public static Sandbox start(SandboxConfig options) throws Exception {
        var flinkPort = LoopbackPorts.pick("FLINK_PORT", options.flinkPort());
        var servers = Servers.begin(options);
        var plugins = Servers.buildFolder().resolve("plugins");
        var flink = servers.start(
                "Flink",
                () -> EmbeddedFlink.start(servers.folder().resolve("flink"), flinkPort, servers.s3(), plugins));
        servers.await();
        return new Sandbox(servers, flink.join());
    }

    @Override
    public Servers servers() {
        return servers;
    }

    public Path folder() {
        return servers.folder();
    }

    public EmbeddedKafka kafka() {
        return servers.kafka();
    }

    public Database database() {
        return servers.database();
    }

    public S3Access s3() {
        return servers.s3();
    }

    public EmbeddedFlink flink() {
        return flink;
    }

    public String kafkaBootstrap() {
        return kafka().bootstrap();
    }

    public String jdbcUrl() {
        return database().jdbcUrl();
    }

    public String jdbcUser() {
        return database().user();
    }

    public String jdbcPasswordFile() {
        return servers.databasePasswordFile().toString();
    }

    public String jdbcPassword() {
        return database().password();
    }

    public String s3Endpoint() {
        return s3().endpoint().toString();
    }

    public String flinkUrl() {
        return flink.url();
    }

    public Configuration flinkConfiguration() {
        return flink.configuration();
    }

    @Override
    public JobID submit(String name, int parallelism, Optional<String> savepoint, List<String> options, Job job)
            throws Exception {
        var env = new StreamExecutionEnvironment(flinkConfiguration());
        env.setParallelism(parallelism).enableCheckpointing(CHECKPOINT_MILLIS);
        job.to(env, options.toArray(new String[0]));
        return savepoint.isEmpty() ? flink.submit(env, name) : flink.resume(env, name, savepoint.get());
    }

    @Override
    public void checkpoint(JobID job) {
        flink.checkpoint(job);
    }

    @Override
    public String stop(JobID job, boolean drain) {
        return flink.stopWithSavepoint(job, drain);
    }

    @Override
    public long lateRecordsDropped(JobID job) {
        return flink.lateRecordsDropped(job);
    }

    @Override
    public void close() {
        servers.close();
    }
}
