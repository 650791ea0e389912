package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.SqlFragment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops runs whose client disappeared before it published or abandoned them. Their tables remain until they are dropped
 * here.
 */
public final class AbandonedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedRuns.class);
    private static final String BEGUN_LONG_AGO = "begun_at < UTC_TIMESTAMP(3) - INTERVAL ? SECOND";
    private static final String RUNNING = "SELECT run_id FROM run WHERE state = 'running' AND " + BEGUN_LONG_AGO;

    /**
     * Marks a run as failed. A run that is being published locks its row, so this statement waits and then finds it
     * published.
     */
    private static final String FAIL = "UPDATE run SET state = 'failed' WHERE run_id = ? AND state = 'running'";

    private static final String STAGING =
            """
            SELECT i.table_name FROM run r
            JOIN run_table t ON t.run_id = r.run_id
            JOIN information_schema.tables i
                ON i.table_schema = DATABASE() AND i.table_name = CONCAT(t.table_name, '__run_', r.run_id)
            WHERE r.state <> 'running' AND r.\
            """
                    + BEGUN_LONG_AGO;

    private static final String FORGET_REFUSED =
            """
            DELETE f FROM refused_row f
            JOIN run_table t ON f.table_name = CONCAT(t.table_name, '__run_', t.run_id)
            JOIN run r ON r.run_id = t.run_id
            WHERE r.state <> 'running' AND r.\
            """
                    + BEGUN_LONG_AGO;

    private AbandonedRuns() {}

    /**
     * Marks runs that began longer ago than {@code olderThan} and still run as failed, and drops the tables and refused
     * rows that such runs left. A job that still writes to them fails.
     *
     * @return the number of dropped tables
     */
    public static int drop(MySqlConnection connection, Duration olderThan) throws SQLException {
        try (var session = connection.open()) {
            for (var runId : strings(SqlFragment.of(RUNNING, olderThan.toSeconds()), session)) {
                if (SqlFragment.of(FAIL, runId).execute(session) > 0) {
                    LOG.warn(
                            "Run {} began more than {} ago and was never published; it is marked as failed and its rows are dropped",
                            runId,
                            olderThan);
                }
            }
            var left = strings(SqlFragment.of(STAGING, olderThan.toSeconds()), session);
            for (var table : left) {
                SqlFragment.of("DROP TABLE IF EXISTS " + table).execute(session);
            }
            SqlFragment.of(FORGET_REFUSED, olderThan.toSeconds()).execute(session);
            return left.size();
        }
    }

    private static List<String> strings(SqlFragment query, Connection session) throws SQLException {
        try (var statement = query.prepare(session);
                var lines = statement.executeQuery()) {
            var strings = new ArrayList<String>();
            while (lines.next()) {
                strings.add(lines.getString(1));
            }
            return strings;
        }
    }
}
