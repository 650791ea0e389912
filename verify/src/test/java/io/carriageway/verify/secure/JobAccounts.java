package io.carriageway.verify.secure;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The accounts of sql/mysql/job-user.sql, for an empty database of a test. */
final class JobAccounts implements AutoCloseable {

    static final String PASSWORD = "only-of-this-test";

    private static final Path SCRIPT = Path.of("..", "sql", "mysql", "job-user.sql");

    private final Sandbox sandbox;
    private final String database;

    /** @param database its name, without an underscore, takes the place of carriageway in the names of accounts too */
    JobAccounts(Sandbox sandbox, String database) throws Exception {
        this.sandbox = sandbox;
        this.database = database;
        close();
        for (var account : all()) {
            execute("CREATE USER %s IDENTIFIED BY '%s'".formatted(quoted(account), PASSWORD));
        }
        var script = Files.readString(SCRIPT).replaceAll("(?m)^--.*$", "").replace("carriageway", database);
        for (var statement : script.split(";")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
        if (onMariaDb()) {
            for (var account : List.of(migrating(), replaying())) {
                execute("GRANT DELETE ON *.* TO " + quoted(account));
            }
        }
    }

    /**
     * Whether the server is MariaDB, which accepts a view on JSON_TABLE only from an account that has one right on all
     * databases (MDEV-27898). Those that migrate get DELETE there.
     */
    boolean onMariaDb() throws SQLException {
        try (var admin = sandbox.database().connect()) {
            return admin.getMetaData().getDatabaseProductVersion().contains("MariaDB");
        }
    }

    String migrating() {
        return database + "_migrate";
    }

    String running() {
        return database;
    }

    String replaying() {
        return database + "_replay";
    }

    String whatIf() {
        return database + "_whatif";
    }

    private List<String> all() {
        return List.of(migrating(), running(), replaying());
    }

    MySqlConnection connection(String account) {
        return new MySqlConnection(sandbox.database().jdbcUrl(database), account, PASSWORD);
    }

    void revoke(String right, String account) throws SQLException {
        execute("REVOKE %s ON %s.* FROM %s".formatted(right, database, quoted(account)));
    }

    private static String quoted(String account) {
        return "'" + account + "'@'%'";
    }

    private void execute(String sql) throws SQLException {
        try (var admin = sandbox.database().connect();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE IF EXISTS " + database);
        execute("DROP DATABASE IF EXISTS " + whatIf());
        for (var account : all()) {
            execute("DROP USER IF EXISTS " + quoted(account));
        }
    }
}
