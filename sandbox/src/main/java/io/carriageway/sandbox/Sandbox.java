package io.carriageway.sandbox;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;

/**
 * Kafka, MariaDB, S3 and Flink, all real and all in one place. One sandbox a JVM, because Flink's file systems are set
 * up once a JVM.
 */
public final class Sandbox implements AutoCloseable {

    private final Servers servers;
    private final EmbeddedFlink flink;

    private Sandbox(Servers servers, EmbeddedFlink flink) {
        this.servers = servers;
        this.flink = flink;
    }

    public static Sandbox start(SandboxOptions options) throws Exception {
        var flinkPort = LoopbackPorts.pick("FLINK_PORT", options.flinkPort());
        var servers = Servers.begin(options);
        var plugins = Servers.buildFolder().resolve("plugins");
        var flink = servers.start(
                "Flink",
                () -> EmbeddedFlink.start(servers.folder().resolve("flink"), flinkPort, servers.s3(), plugins));
        servers.await();
        return new Sandbox(servers, flink.join());
    }

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
    public void close() {
        servers.close();
    }
}
