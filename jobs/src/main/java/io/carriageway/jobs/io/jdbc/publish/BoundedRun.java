package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that computes a range of the past. Its rows are staged, and are published together when its job has ended well:
 * readers see all rows of a run or none, and a killed run leaves the tables unchanged. The client that submits the job
 * owns the run; sinks write to the tables of {@link #stage}.
 */
public final class BoundedRun {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedRun.class);
    private static final String FAIL = "UPDATE run SET state = 'failed' WHERE run_id = ? AND state = 'running'";

    private final MySqlConnection connection;
    private final RunRecord record;
    private final List<StagedTable> tables = new ArrayList<>();

    private BoundedRun(MySqlConnection connection, RunRecord record) {
        this.connection = connection;
        this.record = record;
    }

    /**
     * Begins a run over [from, to).
     *
     * @param revises whether it may lower and remove rows of the range; it then takes the next revision
     */
    public static BoundedRun begin(MySqlConnection connection, String job, Instant from, Instant to, boolean revises)
            throws SQLException {
        try (var session = connection.open()) {
            return new BoundedRun(connection, RunRecord.begin(session, job, from, to, revises));
        }
    }

    /** The revision of all rows of the run; 0 if it revises nothing. */
    public int revision() {
        return record.revision();
    }

    /** Creates the staging table for the rows of this run. The run judges all rows of its range. */
    public <R extends SpecificRecordBase> UpsertTable<R> stage(UpsertTable<R> table) {
        var staged = new StagedTable(table, record);
        try (var session = connection.open()) {
            staged.create(session);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot stage rows of table %s: %s".formatted(table.name(), e.getMessage()), e);
        }
        tables.add(staged);
        return table.stagedAs(staged.staging());
    }

    /**
     * Publishes the rows in one transaction, after all sinks have finished. Idempotent.
     *
     * @return the result of each table
     * @throws SQLException if the database refuses, or is unavailable for minutes; the run may then be published again
     * @throws IllegalStateException if the run has failed, or has rows of another range or revision
     */
    public List<PublishResult> publish() throws SQLException, InterruptedException {
        var changes = new Publication(connection, record, tables).execute();
        try {
            drop();
        } catch (SQLException e) {
            LOG.warn(
                    "Run {} is published, but its staging tables could not be dropped; make daily drops them later: {}",
                    record.id(),
                    e.toString());
        }
        return changes;
    }

    /** The run, its revision, and the rows of each table, in one line. */
    public String summary(List<PublishResult> results) {
        return "run %d, revision %d, has published: %s"
                .formatted(
                        record.id(),
                        record.revision(),
                        results.stream().map(PublishResult::summary).collect(Collectors.joining("; ")));
    }

    /** Abandons the run and drops its rows. A published run is not affected. */
    public void abandon() throws SQLException {
        try (var session = connection.open()) {
            SqlFragment.of(FAIL, record.id()).execute(session);
        }
        drop();
    }

    /** Drops the staging tables. Each DROP ends the current transaction. */
    private void drop() throws SQLException {
        try (var session = connection.open()) {
            for (var table : tables) {
                table.drop(session);
            }
        }
    }
}
