package io.carriageway.jobs.io.jdbc;

import org.flywaydb.core.Flyway;

/**
 * Brings the database's tables to this version's, by the scripts of sql/mysql. Safe when several jobs start at once.
 */
public final class DatabaseSchema {

    private DatabaseSchema() {}

    public static void migrate(MySqlConnection connection) {
        Flyway.configure(DatabaseSchema.class.getClassLoader())
                .dataSource(connection.urlWithDefaults(), connection.user(), connection.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
