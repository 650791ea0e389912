package io.carriageway.jobs.contract;

import io.carriageway.jobs.io.jdbc.upsert.UpsertTable;
import io.carriageway.jobs.io.lake.Dataset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;

/**
 * A table that a job writes, declared once: it contains rows from the first provisional one on, and a dataset of the
 * lake contains the final ones.
 *
 * @param row the record whose fields are the columns
 * @param key the columns of the primary key, in its order
 * @param timeColumn the time that decides the hour folder of a row, and whether it belongs to the range of a replay
 * @param window the size of the windows that rows aggregate; zero for rows without windows
 * @param inLake whether a dataset of the same name contains the final rows
 * @param stays whether a row keeps its time; otherwise a correction can move it to another hour folder
 * @param settling the time for which a row can change beyond its hour and its late events, by a job's options
 */
public record Table<R extends SpecificRecordBase>(
        String name,
        Class<R> row,
        List<String> key,
        String timeColumn,
        Duration window,
        boolean inLake,
        boolean stays,
        Function<Configuration, Duration> settling) {

    /** A table of windows, with a dataset of the same name. */
    public static <R extends SpecificRecordBase> Table<R> windowed(
            String name, Class<R> row, Duration window, String... key) {
        return new Table<>(name, row, List.of(key), "window_start", window, true, true, given -> Duration.ZERO);
    }

    /** A table without windows, with a dataset of the same name. */
    public static <R extends SpecificRecordBase> Table<R> timed(
            String name, Class<R> row, String timeColumn, String... key) {
        return new Table<>(name, row, List.of(key), timeColumn, Duration.ZERO, true, true, given -> Duration.ZERO);
    }

    /** This table, if a correction can move a row to another hour folder. */
    public Table<R> moving() {
        return new Table<>(name, row, key, timeColumn, window, inLake, false, settling);
    }

    /** This table without a dataset. */
    public Table<R> inNoDataset() {
        return new Table<>(name, row, key, timeColumn, window, false, stays, settling);
    }

    /** This table, if a row can change for longer. */
    public Table<R> settlingFor(Function<Configuration, Duration> longer) {
        return new Table<>(name, row, key, timeColumn, window, inLake, stays, longer);
    }

    /** The name of its operators in a job. */
    public String operatorName() {
        return name.replace('_', '-');
    }

    /** The upsert that writes its rows to the database. */
    public UpsertTable<R> upsert() {
        return UpsertTable.of(name, SpecificData.get().getSchema(row), key, timeColumn);
    }

    /** The dataset of final rows, if there is one. */
    public Optional<Dataset<R>> dataset() {
        return inLake ? Optional.of(new Dataset<>(name, row, timeColumn)) : Optional.empty();
    }
}
