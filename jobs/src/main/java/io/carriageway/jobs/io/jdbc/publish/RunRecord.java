package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row of table run.
 *
 * @param from first instant of the range, UTC
 * @param to first instant after it, UTC
 * @param revision of the run's rows; 0 if it revises nothing
 */
record RunRecord(long id, LocalDateTime from, LocalDateTime to, int revision) {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);
    private static final String NEXT_REVISION = "SELECT COALESCE(MAX(revision), 0) + 1 FROM run";
    private static final String BEGIN =
            """
            INSERT INTO run (job, range_from, range_to, revision, state, begun_at)
            VALUES (?, ?, ?, ?, 'running', UTC_TIMESTAMP(3))
            """;

    static RunRecord begin(Connection session, String job, Instant from, Instant to, boolean revises)
            throws SQLException {
        Objects.requireNonNull(job, "job");
        var utcFrom = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
        var utcTo = LocalDateTime.ofInstant(to, ZoneOffset.UTC);
        while (true) {
            int revision = revises ? nextRevision(session) : 0;
            var line = SqlFragment.of(BEGIN, job, utcFrom, utcTo, revises ? revision : null);
            try {
                return new RunRecord(insert(session, line), utcFrom, utcTo, revision);
            } catch (SQLIntegrityConstraintViolationException e) {
                // another run has just taken the revision: take the next one
                if (!revises) {
                    throw e;
                }
            } catch (SQLTransactionRollbackException e) {
                // a deadlock of runs that take the same revision: this one's row was not inserted
                LOG.info("Beginning the run of {} again: {}", job, e.toString());
            }
        }
    }

    private static int nextRevision(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var next = statement.executeQuery(NEXT_REVISION)) {
            next.next();
            return next.getInt(1);
        }
    }

    private static long insert(Connection session, SqlFragment line) throws SQLException {
        try (var statement = line.prepare(session, Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate();
            try (var id = statement.getGeneratedKeys()) {
                id.next();
                return id.getLong(1);
            }
        }
    }

    boolean revises() {
        return revision > 0;
    }
}
