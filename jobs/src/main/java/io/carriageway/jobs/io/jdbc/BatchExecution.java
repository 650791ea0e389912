package io.carriageway.jobs.io.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch in one transaction, and tries again for as long as the database is away: the job then stands in
 * backpressure, and goes on by itself. A statement that the database understands and refuses fails the job.
 */
final class BatchExecution<R extends SpecificRecordBase> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchExecution.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final UpsertTable<R> table;
    private final String sql;
    private final JdbcConnectionProvider connections;
    private final Counter retries;

    BatchExecution(UpsertTable<R> table, JdbcConnectionProvider connections, Counter retries) {
        this.table = table;
        this.sql = table.sql();
        this.connections = connections;
        this.retries = retries;
    }

    void run(Collection<R> rows) throws IOException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                write(rows);
                return;
            } catch (SQLException e) {
                connections.closeConnection();
                if (!isPassing(e)) {
                    throw new IOException(
                            "table %s refused a batch of %d rows (SQL state %s): %s"
                                    .formatted(table.name(), rows.size(), e.getSQLState(), e.getMessage()),
                            e);
                }
                retries.inc();
                LOG.warn(
                        "Cannot write {} rows to {}, trying again in {}: {}",
                        rows.size(),
                        table.name(),
                        pause,
                        e.toString());
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private void write(Collection<R> rows) throws SQLException {
        try {
            var connection = connections.getOrEstablishConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                for (R row : rows) {
                    table.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the MySQL driver is not on the class path; put it into Flink's lib/", e);
        }
    }

    /** Whether the same batch may succeed later: the connection broke, or a lock was not had in time. */
    private static boolean isPassing(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql && isPassingState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** SQL state classes: 08 connection, 40 rollback (deadlock), 57 a server that goes down. */
    private static boolean isPassingState(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40") || state.startsWith("57"));
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public void close() {
        connections.closeConnection();
    }
}
