package io.carriageway.jobs.io.jdbc.reference;

import io.carriageway.jobs.io.jdbc.ConnectionFault;
import io.carriageway.jobs.io.jdbc.MySqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that the user may change the rows of tables, by statements that change none. */
public final class DatabaseRights {

    /** What a job does with rows, in a form that finds no row, by the right that it needs. */
    private static final Map<String, String> STATEMENTS = Map.of(
            "SELECT", "SELECT 1 FROM `%1$s` WHERE FALSE",
            "INSERT", "INSERT INTO `%1$s` SELECT * FROM `%1$s` WHERE FALSE",
            "UPDATE", "UPDATE `%1$s` SET `%2$s` = `%2$s` WHERE FALSE",
            "DELETE", "DELETE FROM `%1$s` WHERE FALSE");

    private static final int NO_TABLE = 1146;

    /** The server's numbers for a missing right on a table and on a column. */
    private static final Set<Integer> NO_RIGHT = Set.of(1142, 1143);

    /** A statement may need further rights than its own; the server names the missing one. */
    private static final Pattern NAMED = Pattern.compile("^(SELECT|INSERT|UPDATE|DELETE) command denied");

    private DatabaseRights() {}

    /**
     * Requires a connection, and the rights on those tables that exist. The job creates missing ones when it starts.
     *
     * @param tables the name of each table, and one of its columns
     * @throws SQLException names all missing rights with their tables
     */
    public static void require(MySqlConnection connection, Map<String, String> tables) throws SQLException {
        var missing = new TreeMap<String, Set<String>>();
        try (var session = open(connection);
                var statement = session.createStatement()) {
            for (var table : tables.entrySet()) {
                for (var right : STATEMENTS.entrySet()) {
                    var sql = right.getValue().formatted(table.getKey(), table.getValue());
                    missing(statement, right.getKey(), sql)
                            .forEach(name -> missing.computeIfAbsent(name, none -> new TreeSet<>())
                                    .add(table.getKey()));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new SQLException(text(connection.user(), connection.database(), missing));
        }
    }

    private static Connection open(MySqlConnection connection) throws SQLException {
        try {
            return connection.open();
        } catch (SQLException e) {
            throw ConnectionFault.explained(e);
        }
    }

    /** The right that is missing for the statement, or none. */
    private static Set<String> missing(Statement statement, String right, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return Set.of();
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_TABLE) {
                return Set.of();
            }
            if (!NO_RIGHT.contains(e.getErrorCode())) {
                throw e;
            }
            var named = NAMED.matcher(String.valueOf(e.getMessage()));
            return Set.of(named.find() ? named.group(1) : right);
        }
    }

    /** The message, with the statement that an administrator runs. */
    static String text(String user, String database, Map<String, Set<String>> missing) {
        var rights = missing.entrySet().stream()
                .map(right -> right.getKey() + " on " + String.join(", ", right.getValue()))
                .collect(Collectors.joining("; "));
        return "user %s lacks rights in database %s: %s; let an administrator run GRANT %s ON `%s`.* TO '%s'@'%%' (sql/mysql/job-user.sql)"
                .formatted(user, database, rights, String.join(", ", missing.keySet()), database, user);
    }
}
