package io.carriageway.jobs.io.jdbc;

import java.io.IOException;
import java.sql.SQLException;
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
        for (var pause = Retry.FIRST_PAUSE; ; pause = Retry.longer(pause)) {
            try {
                write(rows);
                return;
            } catch (SQLException e) {
                boolean isPassing = Retry.isPassing(e) || connectionBroke();
                connections.closeConnection();
                if (!isPassing) {
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

    /**
     * The driver closes a connection that broke, and its statements; clearing the batch then fails with a state that
     * tells of the statement, and hides what happened.
     */
    private boolean connectionBroke() {
        var connection = connections.getConnection();
        try {
            return connection != null && connection.isClosed();
        } catch (SQLException e) {
            return true;
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

    @Override
    public void close() {
        connections.closeConnection();
    }
}
