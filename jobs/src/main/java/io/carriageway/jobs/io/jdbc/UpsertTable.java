package io.carriageway.jobs.io.jdbc;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * A table whose columns are the fields of a row record, with the upsert that never goes back: a row is replaced only
 * when (revision, event_count, complete) is not below the stored triple. Every row therefore carries these three
 * fields.
 */
public final class UpsertTable<R extends SpecificRecordBase> implements Serializable {

    /** The guard's columns in the order in which they may be assigned: each is compared until it is set itself. */
    private static final List<String> GUARD = List.of("complete", "event_count", "revision");

    private final String name;
    private final List<String> keyColumns;
    private final List<String> columns;

    private UpsertTable(String name, List<String> keyColumns, List<String> columns) {
        this.name = name;
        this.keyColumns = keyColumns;
        this.columns = columns;
    }

    public static <R extends SpecificRecordBase> UpsertTable<R> of(
            String name, Schema row, List<String> keyColumns, String timeColumn) {
        var columns = row.getFields().stream().map(Schema.Field::name).toList();
        if (!columns.containsAll(keyColumns) || !columns.containsAll(GUARD)) {
            throw new IllegalArgumentException(
                    "table %s needs columns %s and %s, but has %s".formatted(name, keyColumns, GUARD, columns));
        }
        return new UpsertTable<>(name, List.copyOf(keyColumns), new ArrayList<>(columns));
    }

    public String timeColumn() {
        return "window_start";
    }

    String name() {
        return name;
    }

    /**
     * The statement. MySQL assigns from left to right and sees what it has assigned, so the guard's own columns come
     * last, the least significant first. VALUES(column) is what both MySQL and MariaDB understand, and quotes are for
     * columns that are named like a word of SQL.
     */
    String sql() {
        var condition =
                "(VALUES(revision), VALUES(event_count), VALUES(complete)) >= (revision, event_count, complete)";
        var assigned = new ArrayList<>(columns);
        assigned.removeAll(keyColumns);
        assigned.removeAll(GUARD);
        assigned.addAll(GUARD);
        return "INSERT INTO %s (%s) VALUES (%s) ON DUPLICATE KEY UPDATE %s"
                .formatted(
                        name,
                        columns.stream().map(UpsertTable::quoted).collect(Collectors.joining(", ")),
                        columns.stream().map(column -> "?").collect(Collectors.joining(", ")),
                        assigned.stream()
                                .map(column ->
                                        "%1$s = IF(%2$s, VALUES(%1$s), %1$s)".formatted(quoted(column), condition))
                                .collect(Collectors.joining(", ")));
    }

    private static String quoted(String column) {
        return '`' + column + '`';
    }

    /** The row's natural key, comparable, so that batches lock rows in one order. */
    String key(R row) {
        return keyColumns.stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining("\n"));
    }

    /** Whether the first of two rows of a key would be replaced by the second. */
    boolean gives(R stored, R next) {
        int revision = Integer.compare((int) next.get("revision"), (int) stored.get("revision"));
        int events = Long.compare((long) next.get("event_count"), (long) stored.get("event_count"));
        int complete = Boolean.compare((boolean) next.get("complete"), (boolean) stored.get("complete"));
        return revision != 0 ? revision > 0 : events != 0 ? events > 0 : complete >= 0;
    }

    void bind(PreparedStatement statement, R row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            var value = row.get(columns.get(i));
            statement.setObject(
                    i + 1, value instanceof Instant instant ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : value);
        }
    }
}
