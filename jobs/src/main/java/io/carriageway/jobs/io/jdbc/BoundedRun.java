package io.carriageway.jobs.io.jdbc;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

public final class BoundedRun {
    public static BoundedRun begin(MySqlConnection connection, String job, Instant from, Instant to, boolean revises) {
        return new BoundedRun();
    }

    public int revision() {
        return 0;
    }

    public <R extends SpecificRecordBase> UpsertTable<R> stage(UpsertTable<R> table) {
        return table;
    }

    public List<String> publish() {
        return List.of();
    }

    public void abandon() {}
}
