package io.carriageway.sandbox;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Kafka, MariaDB, S3 and Flink, all real and all in one place: a data folder that goes when the sandbox closes, which
 * happens at the latest when the JVM ends. One sandbox a JVM, because Flink's file systems are set up once a JVM.
 */
public final class Sandbox implements AutoCloseable {
    private static final String LOG_FILE = "log.file";

    private final CleanEnd end;
    private final Path folder;
    private final boolean keepData;
    private final EmbeddedKafka kafka;
    private final Database database;
    private final S3Access s3;
    private final EmbeddedFlink flink;

    private Sandbox(
            CleanEnd end,
            Path folder,
            boolean keepData,
            EmbeddedKafka kafka,
            Database database,
            S3Access s3,
            EmbeddedFlink flink) {
        this.end = end;
        this.folder = folder;
        this.keepData = keepData;
        this.kafka = kafka;
        this.database = database;
        this.s3 = s3;
        this.flink = flink;
    }

    public static Sandbox start(SandboxOptions options) throws Exception {
        var kafkaPort = LoopbackPorts.pick("KAFKA_PORT", options.kafkaPort());
        var mysqlPort = LoopbackPorts.pick("MYSQL_PORT", options.mysqlPort());
        var flinkPort = LoopbackPorts.pick("FLINK_PORT", options.flinkPort());
        var s3 = S3Access.onPort(LoopbackPorts.pick("S3_PORT", options.s3Port()));

        var folder = Files.createTempDirectory(buildFolder(), "sandbox-");
        logInto(folder);
        var servers = new ServerGroup();
        var kafka = servers.start("Kafka", () -> EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort));
        var database = servers.start("The database", () -> database(options, folder.resolve("mariadb"), mysqlPort));
        var unused = servers.start("S3", () -> EmbeddedS3.start(folder.resolve("s3"), s3));
        var plugins = buildFolder().resolve("plugins");
        var flink = servers.start("Flink", () -> EmbeddedFlink.start(folder.resolve("flink"), flinkPort, s3, plugins));
        var end = new CleanEnd(servers, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end.come(options.keepData()), "sandbox-close"));
        try {
            servers.await();
        } catch (Exception e) {
            // the failure may point to a server's log, which lies there
            end.come(true);
            throw e;
        }
        return new Sandbox(end, folder, options.keepData(), kafka.join(), database.join(), s3, flink.join());
    }

    private static Database database(SandboxOptions options, Path folder, int port) throws Exception {
        if (options.externalDatabase().isPresent()) {
            return options.externalDatabase().get().connected();
        }
        var mariaDb = MariaDbInstallation.find(options.searchPath(), options.cache());
        return EmbeddedDatabase.start(mariaDb, folder, port);
    }

    /** Data and plugins lie beside the compiled classes: on the disk of the build, whatever the working folder is. */
    static Path buildFolder() throws URISyntaxException {
        var classes = Sandbox.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(classes.toURI()).getParent();
    }

    /** Flink's web interface shows the same file; who sets the property keeps the log when the data folder goes. */
    private static void logInto(Path folder) {
        if (System.getProperty(LOG_FILE) == null) {
            System.setProperty(LOG_FILE, folder.resolve("sandbox.log").toString());
        }
        Configurator.reconfigure();
    }

    public Path folder() {
        return folder;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public Database database() {
        return database;
    }

    public S3Access s3() {
        return s3;
    }

    public EmbeddedFlink flink() {
        return flink;
    }

    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String jdbcUser() {
        return database.user();
    }

    public String jdbcPassword() {
        return database.password();
    }

    public String s3Endpoint() {
        return s3.endpoint().toString();
    }

    public String flinkUrl() {
        return flink.url();
    }

    public Configuration flinkConfiguration() {
        return flink.configuration();
    }

    @Override
    public void close() {
        end.come(keepData);
    }
}
