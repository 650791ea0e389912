package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the user may change the rows of tables, by statements that change none. */
public final class DatabaseRights {

    /** What a job does with rows, in a form that finds no row. */
    private static final List<String> STATEMENTS = List.of(
            "SELECT 1 FROM `%1$s` WHERE FALSE",
            "INSERT INTO `%1$s` SELECT * FROM `%1$s` WHERE FALSE",
            "UPDATE `%1$s` SET `%2$s` = `%2$s` WHERE FALSE",
            "DELETE FROM `%1$s` WHERE FALSE");

    private DatabaseRights() {}

    /**
     * Requires a connection, and the rights on those tables that exist. The job creates missing ones when it starts.
     *
     * @param tables the name of each table, and one of its columns
     * @throws SQLException the server's own message, which names the right and the table
     */
    public static void require(MySqlConnection connection, Map<String, String> tables) throws SQLException {
        try (var session = connection.open();
                var statement = session.createStatement()) {
            for (var table : existing(statement, tables.keySet())) {
                for (var sql : STATEMENTS) {
                    require(statement, connection, sql.formatted(table, tables.get(table)));
                }
            }
        }
    }

    private static TreeSet<String> existing(Statement statement, Set<String> tables) throws SQLException {
        var existing = new TreeSet<String>();
        try (var found = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            while (found.next()) {
                existing.add(found.getString(1));
            }
        }
        existing.retainAll(tables);
        return existing;
    }

    private static void require(Statement statement, MySqlConnection connection, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException("user %s lacks a right in database %s; grant it as sql/mysql/job-user.sql does: %s"
                    .formatted(connection.user(), connection.database(), e.getMessage()));
        }
    }
}
