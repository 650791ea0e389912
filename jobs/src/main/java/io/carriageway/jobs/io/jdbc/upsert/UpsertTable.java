package io.carriageway.jobs.io.jdbc.upsert;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A table whose columns are the fields of a row record, with an upsert that never goes back: a row is replaced only if
 * the new (revision, event_count, complete) is not below the stored triple. Every row has these three fields, and a
 * time that decides to which range it belongs.
 */
public final class UpsertTable<R extends SpecificRecordBase> implements Serializable {

    /**
     * The guard's columns in the order in which they may be assigned. Each one is compared until it is assigned itself.
     */
    public static final List<String> GUARD = List.of("complete", "event_count", "revision");

    private final String name;
    private final List<String> keyColumns;
    private final String timeColumn;
    private final List<String> columns;
    private final List<String> instants;
    private final boolean staged;

    private UpsertTable(
            String name,
            List<String> keyColumns,
            String timeColumn,
            List<String> columns,
            List<String> instants,
            boolean staged) {
        this.name = name;
        this.keyColumns = keyColumns;
        this.timeColumn = timeColumn;
        this.columns = columns;
        this.instants = instants;
        this.staged = staged;
    }

    /** A table with that primary key. The time column is never NULL. */
    public static <R extends SpecificRecordBase> UpsertTable<R> of(
            String name, Schema row, List<String> keyColumns, String timeColumn) {
        var columns = names(row, field -> true);
        if (!columns.containsAll(keyColumns) || !columns.containsAll(GUARD) || !columns.contains(timeColumn)) {
            throw new IllegalArgumentException("table %s needs columns %s, %s and %s, but has %s"
                    .formatted(name, keyColumns, timeColumn, GUARD, columns));
        }
        var instants = names(row, UpsertTable::isInstant);
        return new UpsertTable<>(name, List.copyOf(keyColumns), timeColumn, columns, instants, false);
    }

    private static List<String> names(Schema row, Predicate<Schema.Field> wanted) {
        return row.getFields().stream().filter(wanted).map(Schema.Field::name).collect(Collectors.toList());
    }

    private static boolean isInstant(Schema.Field field) {
        var type = field.schema();
        return (type.isUnion() ? type.getTypes() : List.of(type))
                .stream().anyMatch(member -> member.getLogicalType() instanceof LogicalTypes.TimestampMillis);
    }

    /** A table of the same columns under another name, for the rows of one bounded run. */
    public UpsertTable<R> stagedAs(String other) {
        return new UpsertTable<>(other, keyColumns, timeColumn, columns, instants, true);
    }

    /** Whether it contains only the rows of one bounded run. */
    boolean isStaged() {
        return staged;
    }

    public String name() {
        return name;
    }

    public List<String> keyColumns() {
        return keyColumns;
    }

    public String timeColumn() {
        return timeColumn;
    }

    public List<String> columns() {
        return columns;
    }

    /** The columns of times. */
    public List<String> instants() {
        return instants;
    }

    /** The statement that writes one row, with a question mark for each column. */
    String sql() {
        return upsert("VALUES (" + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")");
    }

    /**
     * The statement for rows from any source. MySQL assigns from left to right and sees earlier assignments, so the
     * guard's own columns come last, the least significant first. Both MySQL and MariaDB understand VALUES(column).
     * Columns are qualified with their table, because rows may come from a table with the same columns.
     */
    public String upsert(String rows) {
        var assigned = new ArrayList<>(columns);
        assigned.removeAll(keyColumns);
        assigned.removeAll(GUARD);
        assigned.addAll(GUARD);
        var condition = "(VALUES(revision), VALUES(event_count), VALUES(complete))"
                + " >= (%1$s.revision, %1$s.event_count, %1$s.complete)".formatted(name);
        var assignments = assigned.stream()
                .map(column -> "%1$s = IF(%2$s, VALUES(%1$s), %3$s.%1$s)".formatted(quoted(column), condition, name))
                .collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) %s ON DUPLICATE KEY UPDATE %s".formatted(name, quoted(columns), rows, assignments);
    }

    /** Quotes the column, whose name may be a word of SQL. */
    public static String quoted(String column) {
        return '`' + column + '`';
    }

    public static String quoted(Collection<String> columns) {
        return columns.stream().map(UpsertTable::quoted).collect(Collectors.joining(", "));
    }

    /** The row's natural key as comparable text, so that batches lock rows in one order. */
    String key(R row) {
        return keyColumns.stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining("\n"));
    }

    /** SHA-256 of the natural key, in 64 hex digits; {@link #keyHashOf} is the same in SQL. */
    String keyHash(R row) {
        var values = keyColumns.stream()
                .map(row::get)
                .map(value -> value instanceof Instant time ? RowText.time(time) : String.valueOf(value))
                .collect(Collectors.joining("\n"));
        return DigestUtils.sha256Hex(values);
    }

    /** The SQL expression of the key hash, as bytes, of a row of the table with that alias. */
    String keyHashOf(String alias) {
        return keyColumns.stream()
                .map(column -> alias + "." + quoted(column))
                .map(column -> "CAST(" + column + " AS CHAR)")
                .collect(Collectors.joining(", ", "UNHEX(SHA2(CONCAT_WS('\n', ", "), 256))"));
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
