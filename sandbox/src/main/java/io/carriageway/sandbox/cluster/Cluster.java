package io.carriageway.sandbox.cluster;

import io.carriageway.jobs.cluster.FlinkHome;
import io.carriageway.sandbox.secrets.OwnerOnly;
import io.carriageway.sandbox.servers.EmbeddedZooKeeper;
import io.carriageway.sandbox.servers.SandboxConfig;
import io.carriageway.sandbox.servers.Servers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the sandbox's servers and a Flink of several processes until this process gets a signal. No job runs yet: for
 * each job the folder contains a file of options with which it can be submitted.
 */
public final class Cluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** The address of S3 in Flink's configuration; a proxy between them can change it. */
    public interface WayToS3 {
        URI of(URI server) throws Exception;
    }

    private final Servers servers;
    private final FlinkHome home;
    private final FlinkProcesses processes;

    private Cluster(Servers servers, FlinkHome home, FlinkProcesses processes) {
        this.servers = servers;
        this.home = home;
        this.processes = processes;
    }

    /** Starts all of it. Configuration and logs are in that folder, which is emptied first. */
    public static Cluster start(SandboxConfig options, Map<String, String> environment, Path folder, WayToS3 wayToS3)
            throws Exception {
        FileUtils.deleteDirectory(folder.toFile());
        OwnerOnly.createFolder(folder);
        var home = BuiltFlink.home(environment, folder.resolve("conf"));
        var servers = Servers.begin(options);
        var zooKeeper = servers.start(
                "ZooKeeper", () -> EmbeddedZooKeeper.start(servers.folder().resolve("zookeeper")));
        servers.await();
        var temporary = Files.createDirectories(servers.folder().resolve("flink"));
        new ClusterConf(
                        servers.s3().at(wayToS3.of(servers.s3().endpoint())),
                        zooKeeper.join().address(),
                        Servers.port("FLINK_PORT", options.flinkPort()),
                        temporary,
                        FlinkSecurity.of(servers))
                .write(shippedConf(), folder.resolve("conf"));
        var processes = servers.start("Flink", () -> FlinkProcesses.start(home, folder.resolve("log")))
                .join();
        return new Cluster(servers, home, processes);
    }

    static Path folder() throws Exception {
        return Servers.buildFolder().resolve("cluster");
    }

    static Path shippedConf() throws Exception {
        return Servers.buildFolder().resolve("../../flink-conf").normalize();
    }

    public Servers servers() {
        return servers;
    }

    public FlinkHome home() {
        return home;
    }

    public FlinkProcesses processes() {
        return processes;
    }

    @Override
    public void close() {
        servers.close();
    }

    /** Writes file {@code ready} when everything runs, and ends when the process gets a signal. */
    public static void main(String... unused) throws Exception {
        var folder = folder();
        try {
            var cluster =
                    start(SandboxConfig.fromEnvironment(System.getenv()), System.getenv(), folder, server -> server);
            var ready = CityOnCluster.prepare(cluster, folder, Clock.systemUTC().instant());
            Files.write(folder.resolve("ready"), ready);
        } catch (Exception e) {
            LOG.error("The cluster did not start", e);
            System.err.println("cluster: " + e.getMessage());
            System.exit(1);
        }
    }
}
