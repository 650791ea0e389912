package io.carriageway.jobs;

import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.jobs.io.lake.Dataset;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** What a job computes: the table that has its rows from the first on, and the dataset that has the final ones. */
public record Aggregate<R extends SpecificRecordBase>(UpsertTable<R> table, Dataset<R> dataset) {

    /**
     * A table and a dataset of one name.
     *
     * @param timeColumn the time that tells the hour folder of a row, and whether it belongs to the range of a replay
     */
    public static <R extends SpecificRecordBase> Aggregate<R> of(
            String name, Class<R> row, String timeColumn, String... keyColumns) {
        var schema = SpecificData.get().getSchema(row);
        return new Aggregate<>(
                UpsertTable.of(name, schema, List.of(keyColumns), timeColumn), new Dataset<>(name, row, timeColumn));
    }

    /** The same with the final rows in a dataset of another name. */
    public Aggregate<R> inDataset(String name) {
        return new Aggregate<>(table, new Dataset<>(name, dataset.type(), dataset.timeColumn()));
    }
}
