package io.carriageway.jobs.io.jdbc;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * Brings the database's tables to this version's, by the scripts of sql/mysql, and its time zones to this Java's. Safe
 * when several jobs start at once.
 */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    public static void migrate(MySqlConnection connection) throws SQLException {
        Flyway.configure(DatabaseSchema.class.getClassLoader())
                .dataSource(connection.urlWithDefaults(), connection.user(), connection.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
        TimeZoneReference.write(connection);
    }
}
