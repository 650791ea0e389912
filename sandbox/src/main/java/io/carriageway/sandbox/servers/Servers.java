package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.CertificateAuthority;
import io.carriageway.sandbox.secrets.OwnerOnly;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Runs Kafka, a database and S3, all real, with a data folder that is deleted when they close, at the latest when the
 * JVM ends. Further servers can be added.
 */
public final class Servers implements AutoCloseable {
    private static final String LOG_FILE = "log.file";

    private final Path folder;
    private final S3Access s3;
    private final boolean keepData;
    private final ServerGroup group = new ServerGroup();
    private final Shutdown shutdown;
    private CompletableFuture<EmbeddedKafka> kafka;
    private CompletableFuture<Database> database;
    private CompletableFuture<SecuredServers> secured;

    private Servers(Path folder, S3Access s3, boolean keepData) {
        this.folder = folder;
        this.s3 = s3;
        this.keepData = keepData;
        this.shutdown = new Shutdown(group, folder);
    }

    /** Starts them in the background; {@link #await} returns when they run. */
    public static Servers begin(SandboxConfig options) throws Exception {
        var kafkaPort = LoopbackPorts.pick("KAFKA_PORT", options.kafkaPort());
        var mysqlPort = LoopbackPorts.pick("MYSQL_PORT", options.mysqlPort());
        var s3 = S3Access.onPort(LoopbackPorts.pick("S3_PORT", options.s3Port()));

        var folder = Files.createTempDirectory(buildFolder(), "sandbox-");
        logInto(folder);
        var servers = new Servers(folder, s3, options.keepData());
        if (options.secure()) {
            servers.startSecured(options, kafkaPort, mysqlPort);
        } else {
            servers.kafka = servers.start("Kafka", () -> EmbeddedKafka.start(folder.resolve("kafka"), kafkaPort));
            servers.database = servers.start(
                    "The database", () -> servers.known(database(options, folder.resolve("mariadb"), mysqlPort)));
        }
        var unused = servers.start("S3", () -> EmbeddedS3.start(folder.resolve("s3"), s3));
        return servers;
    }

    private void startSecured(SandboxConfig options, int kafkaPort, int mysqlPort) throws Exception {
        if (options.externalDatabase().isPresent()) {
            throw new IllegalArgumentException("SECURE=1 starts a database of its own: unset MYSQL_URL");
        }
        var authority = CertificateAuthority.create(folder.resolve("tls"));
        var broker = start("Kafka", () -> SecuredKafka.start(folder.resolve("kafka"), kafkaPort, authority));
        var mariaDb = start("The database", () -> {
            var installation = MariaDbInstallation.find(options.searchPath(), options.cache());
            var database = SecuredDatabase.start(installation, folder.resolve("mariadb"), mysqlPort, authority);
            known(database.database());
            return database;
        });
        kafka = broker.thenApply(SecuredKafka::kafka);
        database = mariaDb.thenApply(SecuredDatabase::database);
        secured = broker.thenCombine(mariaDb, (k, d) -> new SecuredServers(authority, k, d));
    }

    /** Writes the password into the file from which jobs read it. */
    private Database known(Database database) throws IOException {
        OwnerOnly.createFile(databasePasswordFile(), List.of(database.password()));
        return database;
    }

    private static Database database(SandboxConfig options, Path folder, int port) throws Exception {
        if (options.externalDatabase().isPresent()) {
            return options.externalDatabase().get().connected();
        }
        var mariaDb = MariaDbInstallation.find(options.searchPath(), options.cache());
        return EmbeddedDatabase.start(mariaDb, folder, port);
    }

    /** Data and plugins are beside the compiled classes, on the disk of the build, regardless of the working folder. */
    public static Path buildFolder() throws URISyntaxException {
        var classes = Servers.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(classes.toURI()).getParent();
    }

    /** Flink's web interface shows the same file. Set the property to keep the log when the data folder is deleted. */
    private static void logInto(Path folder) {
        if (System.getProperty(LOG_FILE) == null) {
            System.setProperty(LOG_FILE, folder.resolve("sandbox.log").toString());
        }
        Configurator.reconfigure();
    }

    /** The port that the user requests, or a free one for 0; {@code name} is the variable that sets it. */
    public static int port(String name, int wanted) {
        return LoopbackPorts.pick(name, wanted);
    }

    /** Starts another server in the background; it is closed before earlier ones. */
    public <S extends AutoCloseable> CompletableFuture<S> start(String name, Callable<S> start) {
        return group.start(name, start);
    }

    /** Returns when all run; throws the failure of one that did not start. */
    public void await() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.run(keepData), "sandbox-close"));
        try {
            group.await();
        } catch (Exception e) {
            // the failure may refer to a server's log in that folder
            shutdown.run(true);
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    public EmbeddedKafka kafka() {
        return kafka.join();
    }

    public Database database() {
        return database.join();
    }

    /** The secured sides of Kafka and the database, with SECURE=1. */
    public Optional<SecuredServers> secured() {
        return Optional.ofNullable(secured).map(CompletableFuture::join);
    }

    /** The file from which jobs read the database's password. */
    public Path databasePasswordFile() {
        return folder.resolve("database-password");
    }

    public S3Access s3() {
        return s3;
    }

    @Override
    public void close() {
        shutdown.run(keepData);
    }
}
