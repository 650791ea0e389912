package io.carriageway.jobs.io.jdbc.publish;

import io.carriageway.jobs.io.jdbc.SqlFragment;
import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import java.sql.Connection;
import java.sql.SQLException;

/** A staging table: one run's rows of a table until they are published. */
record StagedTable(UpsertTable<?> target, RunRecord run) {

    private static final String REGISTER = "INSERT INTO run_table (run_id, table_name) VALUES (?, ?)";

    /** Creates the staging table. LIKE copies columns and indexes, but no foreign keys. */
    void create(Connection session) throws SQLException {
        SqlFragment.of(REGISTER, run.id(), target.name()).execute(session);
        SqlFragment.of("CREATE TABLE " + staging() + " LIKE " + target.name()).execute(session);
    }

    void drop(Connection session) throws SQLException {
        SqlFragment.of("DROP TABLE IF EXISTS " + staging()).execute(session);
    }

    /** The range that the run will have judged when it is published. */
    RevisedRange cover() {
        return new RevisedRange(run.from(), run.to());
    }

    String staging() {
        return staging(target.name(), run.id());
    }

    static String staging(String table, long runId) {
        return table + "__run_" + runId;
    }
}
