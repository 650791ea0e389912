package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.RefusedRows;
import java.sql.Connection;
import java.sql.SQLException;

/** Merges a run's staged rows of one table into it, within a transaction, and records their numbers. */
final class TablePublication {

    private static final String COUNTED =
            """
            UPDATE run_table SET rows_added = ?, rows_replaced = ?, rows_kept = ?, rows_removed = ?
            WHERE run_id = ? AND table_name = ?
            """;

    private TablePublication() {}

    static void execute(StagedTable table, Connection session) throws SQLException {
        var merge = new Merge(table, RevisedRange.over(table, session));
        requireRowsOfRun(table, merge, session);
        var counts = numbers(merge.counts(), 3, session);
        boolean revises = table.run().revises();
        if (revises) {
            merge.recordChanges().execute(session);
        }
        merge.upsert().execute(session);
        RefusedRows.forgetPublished(table.target(), table.staging(), session);
        long removed = 0;
        if (revises) {
            merge.recordRemoved().execute(session);
            removed = merge.remove().execute(session);
        }
        long kept = counts[0] - counts[1] - counts[2];
        var name = table.target().name();
        SqlFragment.of(COUNTED, counts[1], counts[2], kept, removed, table.run().id(), name)
                .execute(session);
    }

    /**
     * Fails on rows outside the run. Rows of another revision would be removed as soon as they are written, and the run
     * does not judge rows outside its range.
     */
    private static void requireRowsOfRun(StagedTable table, Merge merge, Connection session) throws SQLException {
        long strangers = numbers(merge.strangers(), 1, session)[0];
        if (strangers > 0) {
            var run = table.run();
            throw new IllegalStateException("table %s has %d rows that are not of revision %d and of %s to %s"
                    .formatted(table.staging(), strangers, run.revision(), run.from(), run.to()));
        }
    }

    private static long[] numbers(SqlFragment query, int columns, Connection session) throws SQLException {
        try (var statement = query.prepare(session);
                var line = statement.executeQuery()) {
            line.next();
            var numbers = new long[columns];
            for (int i = 0; i < columns; i++) {
                numbers[i] = line.getLong(i + 1);
            }
            return numbers;
        }
    }
}
