package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.apache.flink.util.ExceptionUtils;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Migrates the database's tables and views to this version with the scripts of sql/mysql, and its time zones to those
 * of this Java. Flyway runs the V scripts, which create tables, once each, and then the R scripts, which create views,
 * again after each change. Several jobs may start at once.
 */
public final class DatabaseSchema {

    /** Codes of a right that is missing for a database and for a table. */
    private static final Set<Integer> DENIED = Set.of(1044, 1142);

    private DatabaseSchema() {}

    /**
     * The result of a migration.
     *
     * @param scripts number of scripts that have run
     * @param version of the tables
     */
    public record Migration(int scripts, String version) {}

    public static Migration migrate(MySqlConnection connection) throws SQLException {
        if (connection.isApart()) {
            createIfMissing(connection);
        }
        // a wrong URL is reported here, because Flyway would quote it
        connection.open().close();
        try {
            var migration = migrateTables(connection);
            TimeZoneReference.write(connection);
            return migration;
        } catch (FlywayException | SQLException e) {
            refuseIfDenied(e, connection);
            throw e;
        }
    }

    private static Migration migrateTables(MySqlConnection connection) {
        var done = flyway(connection).migrate();
        return new Migration(
                done.migrationsExecuted,
                done.targetSchemaVersion == null ? done.initialSchemaVersion : done.targetSchemaVersion);
    }

    /** Number of scripts that have not run yet. */
    public static int pending(MySqlConnection connection) {
        return flyway(connection).info().pending().length;
    }

    private static Flyway flyway(MySqlConnection connection) {
        return Flyway.configure(DatabaseSchema.class.getClassLoader())
                .jdbcProperties(connection.secretParameters())
                .dataSource(connection.urlWithDefaults(), connection.user(), connection.clearPassword())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
    }

    /** Says in one line which right is missing. Flyway's own message has ten. */
    private static void refuseIfDenied(Exception failure, MySqlConnection connection) {
        ExceptionUtils.findThrowable(failure, SQLException.class)
                .filter(e -> DENIED.contains(e.getErrorCode()))
                .ifPresent(e -> {
                    throw new IllegalStateException(
                            "user %s cannot bring database %s to this version: %s. Run bin/migrate with the account of migrations, or grant that right; sql/mysql/job-user.sql has the rights of each account"
                                    .formatted(connection.user(), connection.database(), e.getMessage()),
                            failure);
                });
    }

    /** Creates the database if it is missing. A user without that right can still use an existing one. */
    private static void createIfMissing(MySqlConnection connection) throws SQLException {
        try (var session = connection.base().open();
                var statement = session.createStatement()) {
            if (!isThere(statement, connection.database())) {
                create(statement, connection);
            }
        }
    }

    private static boolean isThere(Statement statement, String database) throws SQLException {
        try (var found = statement.executeQuery(
                "SELECT 1 FROM information_schema.schemata WHERE schema_name = '" + database + "'")) {
            return found.next();
        }
    }

    private static void create(Statement statement, MySqlConnection connection) throws SQLException {
        try {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + connection.database() + "` CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new SQLException(
                    "database %s of --mysql.schema does not exist, and user %s may not create it: %s"
                            .formatted(connection.database(), connection.user(), e.getMessage()),
                    e.getSQLState(),
                    e);
        }
    }
}
