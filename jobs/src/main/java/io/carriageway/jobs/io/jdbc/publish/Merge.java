package io.carriageway.jobs.io.jdbc.publish;

import static io.carriageway.jobs.io.jdbc.upsert.UpsertTable.quoted;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds the SQL that merges staged rows into their table. In all statements s is a staged row and t the table's row
 * with its key.
 *
 * @param covers ranges of higher revisions; staged rows in them are left out
 */
record Merge(StagedTable table, List<RevisedRange> covers) {

    private static final String ABSENT = "t.revision IS NULL";
    private static final String RECORD =
            "INSERT INTO correction (revision, table_name, row_key, old_row, new_row) SELECT ?, ?, ";

    private UpsertTable<?> target() {
        return table.target();
    }

    /** Counts the staged rows that are not the run's: outside of its range, or of another revision. */
    SqlFragment strangers() {
        return SqlFragment.of(
                        "SELECT COUNT(*) FROM " + table.staging() + " s WHERE NOT (s.revision = ? AND ",
                        table.run().revision())
                .then(table.cover().range("s", target().timeColumn()))
                .then(")");
    }

    /**
     * Counts staged, added and replaced rows. Locks the rows to be replaced in the order of the key, so that later
     * statements see the same rows.
     */
    SqlFragment counts() {
        return SqlFragment.of("SELECT COUNT(*), COALESCE(SUM(")
                .then(visible())
                .then(" AND " + ABSENT + "), 0), COALESCE(SUM(")
                .then(visible())
                .then(" AND " + replaced() + "), 0)" + pairs() + " FOR UPDATE");
    }

    /** Records the changes by staged rows as corrections. */
    SqlFragment recordChanges() {
        return SqlFragment.of(
                        RECORD
                                + "%s, IF(%s, NULL, %s), %s%s WHERE ("
                                        .formatted(
                                                RowJson.ofKey(target(), "s"),
                                                ABSENT,
                                                RowJson.ofRow(target(), "t"),
                                                RowJson.ofRow(target(), "s"),
                                                pairs()),
                        table.run().revision(),
                        target().name())
                .then(ABSENT + " OR " + replaced() + ") AND ")
                .then(visible());
    }

    /** The guarded upsert, in the order of the key. */
    SqlFragment upsert() {
        var rows = SqlFragment.of(
                        "SELECT " + columns("s", target().columns()) + " FROM " + table.staging() + " s WHERE ")
                .then(visible())
                .then(" ORDER BY " + columns("s", target().keyColumns()));
        return new SqlFragment(target().upsert(rows.text()), rows.values());
    }

    /** Records the rows that the run did not find again as corrections, after the upsert. */
    SqlFragment recordRemoved() {
        return SqlFragment.of(
                        RECORD
                                + "%s, %s, NULL FROM %s t WHERE "
                                        .formatted(
                                                RowJson.ofKey(target(), "t"),
                                                RowJson.ofRow(target(), "t"),
                                                target().name()),
                        table.run().revision(),
                        target().name())
                .then(removed());
    }

    SqlFragment remove() {
        return SqlFragment.of("DELETE t FROM " + target().name() + " t WHERE ").then(removed());
    }

    /**
     * The condition for rows to remove, those of a lower revision. After the upsert, every row that the run found has
     * its revision or a higher one.
     */
    private SqlFragment removed() {
        return SqlFragment.of("t.revision < ? AND ", table.run().revision())
                .then(table.cover().range("t", target().timeColumn()));
    }

    private String pairs() {
        return " FROM " + table.staging() + " s LEFT JOIN " + target().name() + " t ON " + sameKey();
    }

    private String sameKey() {
        return target().keyColumns().stream()
                .map(column -> "t.%1$s = s.%1$s".formatted(quoted(column)))
                .collect(Collectors.joining(" AND "));
    }

    /** The condition that no higher revision has judged the staged row. */
    private SqlFragment visible() {
        var visible = SqlFragment.of("TRUE");
        for (var cover : covers) {
            visible = visible.then(" AND NOT (")
                    .then(cover.range("s", target().timeColumn()))
                    .then(")");
        }
        return visible;
    }

    /** The condition that the guard accepts the staged row, and that its content differs. */
    private String replaced() {
        var same = target().columns().stream()
                .filter(column -> !UpsertTable.GUARD.contains(column))
                .map(column -> "t.%1$s <=> s.%1$s".formatted(quoted(column)))
                .collect(Collectors.joining(" AND "));
        return "(t.revision IS NOT NULL AND (s.revision, s.event_count, s.complete)"
                + " >= (t.revision, t.event_count, t.complete) AND NOT (" + same + "))";
    }

    private static String columns(String alias, List<String> columns) {
        return columns.stream().map(column -> alias + "." + quoted(column)).collect(Collectors.joining(", "));
    }
}
