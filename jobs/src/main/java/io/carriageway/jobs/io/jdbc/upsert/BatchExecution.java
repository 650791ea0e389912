package io.carriageway.jobs.io.jdbc.upsert;

import io.carriageway.retry.RetryLog;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch in one transaction, and retries while the database is unavailable: the job blocks in backpressure
 * and resumes by itself. Single rows that the table refuses are written to table refused_row in the same transaction.
 * Every other statement that the database understands and refuses fails the job.
 */
public final class BatchExecution<R extends SpecificRecordBase> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchExecution.class);

    /**
     * Greatest number of refused keys with which a job continues. Refused rows are a defect; more of them are not the
     * fault of single rows.
     */
    private static final int MOST_REFUSED = 10;

    private final UpsertTable<R> table;
    private final String sql;
    private final JdbcConnectionProvider connections;
    private final Counter retries;
    private final RefusedRows<R> refusedRows;
    private final int mostRefused;
    private final RetryLog retryLog = new RetryLog(LOG);

    public BatchExecution(UpsertTable<R> table, JdbcConnectionProvider connections, Counter retries) {
        this.table = table;
        this.sql = table.sql();
        this.connections = connections;
        this.retries = retries;
        this.refusedRows = new RefusedRows<>(table);
        this.mostRefused = table.isStaged() ? 0 : MOST_REFUSED;
    }

    /** Number of the table's keys in refused_row, as far as this writer knows. */
    public int refusedRows() {
        return refusedRows.count();
    }

    public void run(Collection<R> rows) throws IOException, InterruptedException {
        var halving = new BatchHalving<>(List.copyOf(rows), mostRefused);
        var call = retryLog.call("write to table " + table.name());
        for (var pause = Retry.FIRST_PAUSE; ; pause = Retry.longer(pause)) {
            try {
                write(halving);
                call.answered();
                break;
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
                call.failed(e.toString());
                Thread.sleep(pause.toMillis());
            }
        }
        report(halving.refused());
    }

    /**
     * Whether the connection broke. The driver then closes the connection and its statements, and clearing the batch
     * fails with a state about the statement, which hides the cause.
     */
    private boolean connectionBroke() {
        var connection = connections.getConnection();
        try {
            return connection != null && connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void write(BatchHalving<R> halving) throws SQLException {
        try {
            var connection = connections.getOrEstablishConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                halving.store(part -> store(statement, part));
            }
            var stored = halving.gaveUp() ? List.<R>of() : halving.accepted();
            var keys = refusedRows.update(connection, stored, halving.refused());
            connection.commit();
            refusedRows.committed(keys);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the MySQL driver is not on the class path; put it into Flink's lib/", e);
        }
    }

    /** Clears the batch, which a failed statement leaves behind. */
    private void store(PreparedStatement statement, List<R> part) throws SQLException {
        statement.clearBatch();
        for (R row : part) {
            table.bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void report(Map<R, Refusal> refused) throws IOException {
        refused.forEach((row, why) -> LOG.error(
                "Table {} refused the row of {}, which is now in table refused_row: {} (code {})",
                table.name(),
                RowText.of(row, table.keyColumns()),
                why.message(),
                why.code()));
        if (refused.isEmpty() || refusedRows.count() <= mostRefused) {
            return;
        }
        if (table.isStaged()) {
            throw new SuppressRestartsException(new IllegalStateException(
                    "table %s refused a row of a bounded run, so the run publishes nothing; see table refused_row"
                            .formatted(table.name())));
        }
        throw new IOException(
                "table %s refused the rows of more than %d keys; see table refused_row for rows and reasons"
                        .formatted(table.name(), mostRefused));
    }

    @Override
    public void close() {
        connections.closeConnection();
    }
}
