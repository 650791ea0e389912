package io.carriageway.sandbox.servers;

import io.carriageway.sandbox.secrets.OwnerOnly;
import io.carriageway.sandbox.secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB server as a child process with its own data folder. It listens on the loopback address only, its user
 * has a password of this run, and it ends with the JVM.
 */
public final class EmbeddedDatabase implements Database {
    private static final long START_SECONDS = 60;
    private static final long POLL_MILLIS = 50;

    private final MariaDbInstallation mariaDb;
    private final Path data;
    private final Path temporary;
    private final Path log;
    private final int port;
    private final List<String> tls;
    private final String password = Secret.generate();
    private ChildProcess process;

    private EmbeddedDatabase(MariaDbInstallation mariaDb, Path folder, int port, List<String> tls) {
        this.mariaDb = mariaDb;
        this.data = folder.resolve("data");
        this.temporary = folder.resolve("tmp");
        this.log = folder.resolve("mariadb.log");
        this.port = port;
        this.tls = tls;
    }

    static EmbeddedDatabase start(MariaDbInstallation mariaDb, Path folder, int port) throws Exception {
        return start(mariaDb, folder, port, List.of("--skip-ssl"));
    }

    /** @param tls options of the server about TLS */
    static EmbeddedDatabase start(MariaDbInstallation mariaDb, Path folder, int port, List<String> tls)
            throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        var database = new EmbeddedDatabase(mariaDb, folder, port, tls);
        database.install();
        var users = database.userScript(folder);
        database.run(List.of("--init-file=" + users));
        Files.delete(users);
        return database;
    }

    /**
     * Fills the data folder. Its root account has no password, but only this user can log in to it, over the socket.
     */
    private void install() throws IOException, InterruptedException {
        var command = command(mariaDb.installer());
        command.addAll(List.of("--skip-test-db", "--auth-root-authentication-method=socket"));
        var install = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (install.waitFor() != 0) {
            throw new IllegalStateException("MariaDB's data folder could not be initialised: see " + log);
        }
    }

    /** SQL that the server runs before it accepts connections, so that no account is ever open. */
    private Path userScript(Path folder) throws IOException {
        return OwnerOnly.createFile(
                folder.resolve("users.sql"),
                List.of(
                        "CREATE DATABASE " + NAME + ";",
                        "CREATE USER " + NAME + "@'" + LoopbackPorts.HOST + "' IDENTIFIED BY '" + password + "';",
                        "GRANT ALL PRIVILEGES ON *.* TO " + NAME + "@'" + LoopbackPorts.HOST + "' WITH GRANT OPTION;"));
    }

    private void run(List<String> options) throws Exception {
        var command = command(mariaDb.server());
        command.addAll(List.of(
                "--bind-address=" + LoopbackPorts.HOST,
                "--port=" + port,
                // relative to the data folder: an absolute path can be too long for a socket
                "--socket=mariadb.sock",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=128M",
                // a crash of the machine may lose the last second of a temporary database
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(tls);
        command.addAll(options);
        process = ChildProcess.start(command, log);
        awaitConnection();
    }

    /** The options of both programs. A server deletes files of others in its temporary folder, so it has its own. */
    private List<String> command(Path program) {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--tmpdir=" + temporary,
                "--innodb-log-file-size=16M"));
        command.addAll(mariaDb.baseOption());
        if (System.getProperty("user.name").equals("root")) {
            // as root, which is usual in a container, it only runs with this option
            command.add("--user=root");
        }
        return command;
    }

    private void awaitConnection() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.close();
                    throw new IllegalStateException("MariaDB did not start: see " + log, notYet);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return JdbcUrl.of(LoopbackPorts.HOST + ":" + port, database);
    }

    @Override
    public String user() {
        return NAME;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void stop() {
        process.close();
    }

    @Override
    public void start() throws Exception {
        run(List.of());
    }

    @Override
    public void close() {
        stop();
    }
}
