package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.MySqlConnection;
import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that computes a range of the past. Its rows are put aside, and published together when its job has ended well:
 * readers see all of a run or nothing, and a run that is killed leaves the tables as they were. The client that submits
 * the job holds it; sinks get the tables of {@link #stage}.
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

    /** The revision that all rows of the run must have; 0 where it revises nothing. */
    public int revision() {
        return record.revision();
    }

    /** The table's likeness for the rows of this run alone. The run judges all rows of its range. */
    public <R extends SpecificRecordBase> UpsertTable<R> stage(UpsertTable<R> table) {
        var staged = new StagedTable(table, record);
        try (var session = connection.open()) {
            staged.create(session);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot put rows of table %s aside: %s".formatted(table.name(), e.getMessage()), e);
        }
        tables.add(staged);
        return table.stagedAs(staged.staging());
    }

    /**
     * Puts the rows into the tables, in one transaction, when no sink writes any more. Doing it again changes nothing.
     *
     * @return what it did, by table name
     * @throws SQLException when the database refuses, or is away for minutes; the run then may be published again
     * @throws IllegalStateException when the run has failed, or has rows of another range or revision
     */
    public List<PublishResult> publish() throws SQLException, InterruptedException {
        var changes = new Publication(connection, record, tables).execute();
        try {
            drop();
        } catch (SQLException e) {
            LOG.warn("Run {} is published, but its own tables are still there: {}", record.id(), e.toString());
        }
        return changes;
    }

    /** Gives the run up, with all its rows. A run that is published stays so. */
    public void abandon() throws SQLException {
        try (var session = connection.open()) {
            SqlFragment.of(FAIL, record.id()).execute(session);
        }
        drop();
    }

    /** Every one of these ends the transaction that it stands in. */
    private void drop() throws SQLException {
        try (var session = connection.open()) {
            for (var table : tables) {
                table.drop(session);
            }
        }
    }
}
