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
 * What a job computes, declared once: a table that has its rows from the first on, and a dataset of the lake that has
 * the final ones.
 *
 * @param row the record whose fields are the columns
 * @param key the columns of the primary key, in its order
 * @param timeColumn the time that tells the hour folder of a row, and whether it belongs to the range of a replay
 * @param window the size of the windows of event time that rows are made of; zero where they are not
 * @param inLake whether a dataset of the same name has the final rows
 * @param stays whether a row keeps its time; else a correction can move it to another hour folder
 * @param settling by a job's options, how much longer than its hour and its late events a row can still change
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

    /** Rows of windows, in a table and a dataset of one name. */
    public static <R extends SpecificRecordBase> Table<R> windowed(
            String name, Class<R> row, Duration window, String... key) {
        return new Table<>(name, row, List.of(key), "window_start", window, true, true, given -> Duration.ZERO);
    }

    /** Rows that are made of no windows, in a table and a dataset of one name. */
    public static <R extends SpecificRecordBase> Table<R> timed(
            String name, Class<R> row, String timeColumn, String... key) {
        return new Table<>(name, row, List.of(key), timeColumn, Duration.ZERO, true, true, given -> Duration.ZERO);
    }

    /** The same where a correction can move a row to another hour folder. */
    public Table<R> moving() {
        return new Table<>(name, row, key, timeColumn, window, inLake, false, settling);
    }

    /** The same without a dataset. */
    public Table<R> inNoDataset() {
        return new Table<>(name, row, key, timeColumn, window, false, stays, settling);
    }

    /** The same where a row can change for longer. */
    public Table<R> settlingFor(Function<Configuration, Duration> longer) {
        return new Table<>(name, row, key, timeColumn, window, inLake, stays, longer);
    }

    /** How its operators are called in a job. */
    public String operatorName() {
        return name.replace('_', '-');
    }

    /** How its rows are written to the database. */
    public UpsertTable<R> upsert() {
        return UpsertTable.of(name, SpecificData.get().getSchema(row), key, timeColumn);
    }

    /** The dataset of final rows, where there is one. */
    public Optional<Dataset<R>> dataset() {
        return inLake ? Optional.of(new Dataset<>(name, row, timeColumn)) : Optional.empty();
    }
}
