package io.carriageway.verify.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Polls tables as a report does. It records each row whose revision or number of events decreased, and each row that
 * disappeared.
 */
final class GuardWatch implements Runnable {

    interface Database {
        Connection connect() throws SQLException;
    }

    private record Table(String name, List<String> keys) {}

    /** The columns that order the states of a row. */
    private record Guard(long revision, long events) {
        boolean isBefore(Guard other) {
            return revision < other.revision || revision == other.revision && events < other.events;
        }
    }

    private static final long PAUSE_MILLIS = 500;
    private static final String GUARDED =
            """
            SELECT table_name, column_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND constraint_name = 'PRIMARY' AND table_name IN (
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND column_name = 'event_count')
            ORDER BY table_name, ordinal_position""";

    private final Database database;
    private final Map<String, Guard> seen = new HashMap<>();
    private final List<String> regressions = new ArrayList<>();
    private long changes;
    private volatile boolean ends;

    GuardWatch(Database database) {
        this.database = database;
    }

    @Override
    public void run() {
        while (!ends) {
            try (var connection = database.connect()) {
                look(connection);
            } catch (SQLException e) {
                // a failed read proves nothing; the next poll follows
            }
            pause();
        }
    }

    /** Compares every guarded row with its last known state. */
    synchronized void look(Connection connection) throws SQLException {
        for (var table : tables(connection)) {
            var now = guards(connection, table);
            now.forEach((key, guard) -> {
                var before = seen.put(key, guard);
                if (before != null && guard.isBefore(before)) {
                    regressions.add("%s went from %s to %s".formatted(key, before, guard));
                }
                changes += guard.equals(before) ? 0 : 1;
            });
            for (var key : List.copyOf(seen.keySet())) {
                if (key.startsWith(table.name() + " ") && !now.containsKey(key)) {
                    regressions.add(key + " is gone");
                    seen.remove(key);
                }
            }
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        var keys = new HashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(GUARDED)) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return keys.entrySet().stream()
                .map(entry -> new Table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, Guard> guards(Connection connection, Table table) throws SQLException {
        var guards = new HashMap<String, Guard>();
        var sql = "SELECT CONCAT_WS('/', %s), revision, event_count FROM %s"
                .formatted(String.join(", ", table.keys()), table.name());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                guards.put(table.name() + " " + rows.getString(1), new Guard(rows.getLong(2), rows.getLong(3)));
            }
        }
        return guards;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Number of rows that appeared or changed. */
    synchronized long changes() {
        return changes;
    }

    synchronized List<String> regressions() {
        return List.copyOf(regressions);
    }

    void end() {
        ends = true;
    }
}
