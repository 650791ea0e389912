package io.carriageway.jobs.io.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a table that a run judges: a row that it does not find there is no row. So a run of a lower revision that
 * is published later leaves its rows there out, and the order in which runs are published does not matter.
 *
 * @param spared rows of the range that the run cannot judge; null where it can judge all
 */
record Cover(LocalDateTime from, LocalDateTime to, Spared spared) {

    private static final String COVERS =
            """
            SELECT r.range_from, r.range_to, t.spared_column, t.spared_operator, t.spared_value
            FROM run_table t JOIN run r ON r.run_id = t.run_id
            WHERE t.table_name = ? AND r.state = 'published' AND r.revision > ?
                AND r.range_from < ? AND r.range_to > ?
            ORDER BY r.run_id
            """;

    /** What published runs of higher revisions have judged in the range of this one. */
    static List<Cover> over(StagedTable table, Connection session) throws SQLException {
        var run = table.run();
        var covers = new ArrayList<Cover>();
        try (var statement = SqlPart.of(COVERS, table.target().name(), run.revision(), run.to(), run.from())
                        .prepare(session);
                var lines = statement.executeQuery()) {
            while (lines.next()) {
                covers.add(new Cover(
                        lines.getObject(1, LocalDateTime.class),
                        lines.getObject(2, LocalDateTime.class),
                        spared(lines)));
            }
        }
        return covers;
    }

    private static Spared spared(ResultSet line) throws SQLException {
        var column = line.getString(3);
        return column == null ? null : new Spared(column, line.getString(4), line.getString(5));
    }

    /** The condition that a row of the table with that alias is in the range. */
    SqlPart range(String alias, String timeColumn) {
        return SqlPart.of(
                "%1$s.%2$s >= ? AND %1$s.%2$s < ?".formatted(alias, UpsertTable.quoted(timeColumn)), from, to);
    }

    /** The condition that the run has judged a row: it is in the range and not spared. */
    SqlPart judged(String alias, String timeColumn) {
        var range = range(alias, timeColumn);
        return spared == null
                ? range
                : range.then(" AND NOT (").then(spared.condition(alias)).then(")");
    }
}
