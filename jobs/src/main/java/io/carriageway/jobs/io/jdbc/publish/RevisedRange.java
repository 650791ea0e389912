package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a table that a run judges: a row that the run does not find is removed. A run of a lower revision that is
 * published later leaves its own rows in that part out, so the order of publications does not matter.
 */
record RevisedRange(LocalDateTime from, LocalDateTime to) {

    private static final String COVERS =
            """
            SELECT r.range_from, r.range_to
            FROM run_table t JOIN run r ON r.run_id = t.run_id
            WHERE t.table_name = ? AND r.state = 'published' AND r.revision > ?
                AND r.range_from < ? AND r.range_to > ?
            ORDER BY r.run_id
            """;

    /** The overlapping ranges that published runs of higher revisions have judged. */
    static List<RevisedRange> over(StagedTable table, Connection session) throws SQLException {
        var run = table.run();
        var covers = new ArrayList<RevisedRange>();
        try (var statement = SqlFragment.of(COVERS, table.target().name(), run.revision(), run.to(), run.from())
                        .prepare(session);
                var lines = statement.executeQuery()) {
            while (lines.next()) {
                covers.add(new RevisedRange(
                        lines.getObject(1, LocalDateTime.class), lines.getObject(2, LocalDateTime.class)));
            }
        }
        return covers;
    }

    /** The condition that a row of the table with that alias is in the range. */
    SqlFragment range(String alias, String timeColumn) {
        return SqlFragment.of(
                "%1$s.%2$s >= ? AND %1$s.%2$s < ?".formatted(alias, UpsertTable.quoted(timeColumn)), from, to);
    }
}
