package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's tables and views to this version's, by the scripts of sql/mysql, and its time zones to this
 * Java's. Flyway makes the tables first, by V scripts, each once, and then the views, by R scripts, each again when it
 * has changed. Safe when several jobs start at once.
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
                .dataSource(connection.urlWithDefaults(), connection.user(), connection.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
        TimeZoneReference.write(connection);
    }

    /** A user that may not create databases can still use one that is there. */
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
                    "database %s of --mysql.schema is not there, and user %s may not create it: %s"
                            .formatted(connection.database(), connection.user(), e.getMessage()),
                    e.getSQLState(),
                    e);
        }
    }
}
