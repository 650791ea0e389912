package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.RefusedRows;
import io.carriageway.jobs.io.jdbc.upsert.Retry;
import io.carriageway.retry.RetryLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges all staged rows of a run into their tables in one transaction. Runs are published one after another, so that
 * each sees the earlier ones. Jobs that write at the same time only wait for rows that they share with the run.
 */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    /** Number of attempts. Together with their pauses they take some minutes, enough to restart a server. */
    private static final int ATTEMPTS = 50;

    private static final String TAKE_TURN = "UPDATE publication SET run_id = ? WHERE turn = 1";
    private static final String STATE = "SELECT state FROM run WHERE run_id = ? FOR UPDATE";
    private static final String PUBLISHED =
            "UPDATE run SET state = 'published', published_at = UTC_TIMESTAMP(3) WHERE run_id = ?";
    private static final String CHANGES =
            """
            SELECT table_name, rows_added, rows_replaced, rows_kept, rows_removed
            FROM run_table WHERE run_id = ? ORDER BY table_name
            """;

    private final MySqlConnection connection;
    private final RunRecord run;
    private final List<StagedTable> tables;

    Publication(MySqlConnection connection, RunRecord run, List<StagedTable> tables) {
        this.connection = connection;
        this.run = run;
        this.tables = tables.stream()
                .sorted(Comparator.comparing(table -> table.target().name()))
                .toList();
    }

    /**
     * Publishes the run. If it is already published, which is possible if the connection broke at the commit, returns
     * the same result.
     */
    List<PublishResult> execute() throws SQLException, InterruptedException {
        var call = new RetryLog(LOG).call("publish run " + run.id());
        var pause = Retry.FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                var changes = attempt();
                call.answered();
                return changes;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !Retry.isPassing(e)) {
                    throw e;
                }
                call.failed(e.toString());
                Thread.sleep(pause.toMillis());
                pause = Retry.longer(pause);
            }
        }
    }

    private List<PublishResult> attempt() throws SQLException {
        try (var session = connection.open()) {
            // unlike a sink's statements, these may take minutes
            session.setNetworkTimeout(Runnable::run, 0);
            // locks no gaps between rows, so that jobs can write meanwhile, and each statement sees the last
            // publication
            session.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            session.setAutoCommit(false);
            SqlFragment.of(TAKE_TURN, run.id()).execute(session);
            var state = state(session);
            if (state.equals("running")) {
                requireNothingRefused(session);
                for (var table : tables) {
                    TablePublication.execute(table, session);
                }
                SqlFragment.of(PUBLISHED, run.id()).execute(session);
            } else if (!state.equals("published")) {
                throw new IllegalStateException(
                        "run %d cannot be published, because it is %s".formatted(run.id(), state));
            }
            var changes = changes(session);
            session.commit();
            return changes;
        }
    }

    /**
     * Fails if a row of the run was refused. An incomplete run would remove rows that it should have replaced, or leave
     * them unchanged.
     */
    private void requireNothingRefused(Connection session) throws SQLException {
        for (var table : tables) {
            int refused = RefusedRows.read(session, table.staging()).size();
            if (refused > 0) {
                throw new IllegalStateException(
                        "run %d is not published: table %s refused %d of its rows, which are in table refused_row as those of %s"
                                .formatted(run.id(), table.target().name(), refused, table.staging()));
            }
        }
    }

    private String state(Connection session) throws SQLException {
        try (var statement = SqlFragment.of(STATE, run.id()).prepare(session);
                var line = statement.executeQuery()) {
            line.next();
            return line.getString(1);
        }
    }

    private List<PublishResult> changes(Connection session) throws SQLException {
        try (var statement = SqlFragment.of(CHANGES, run.id()).prepare(session);
                var lines = statement.executeQuery()) {
            var changes = new ArrayList<PublishResult>();
            while (lines.next()) {
                changes.add(new PublishResult(
                        lines.getString(1), lines.getLong(2), lines.getLong(3), lines.getLong(4), lines.getLong(5)));
            }
            return changes;
        }
    }
}
