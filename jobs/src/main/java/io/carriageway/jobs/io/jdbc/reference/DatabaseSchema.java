package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * Migrates the database's tables and views to this version with the scripts of sql/mysql, and its time zones to those
 * of this Java. Flyway runs the V scripts, which create tables, once each, and then the R scripts, which create views,
 * again after each change. Several jobs may start at once.
 */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    public static void migrate(MySqlConnection connection) throws SQLException {
        if (connection.isApart()) {
            createIfMissing(connection);
        }
        // a wrong URL is reported here, because Flyway would quote it
        connection.open().close();
        Flyway.configure(DatabaseSchema.class.getClassLoader())
                .dataSource(connection.urlWithDefaults(), connection.user(), connection.clearPassword())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
        TimeZoneReference.write(connection);
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
