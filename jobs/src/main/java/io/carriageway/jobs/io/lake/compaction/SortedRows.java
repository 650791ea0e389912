package io.carriageway.jobs.io.lake.compaction;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;

/** Sorts more rows than fit into memory: sorted runs are stored in a local folder until they are merged. */
final class SortedRows<R extends SpecificRecordBase> implements AutoCloseable {

    /** Receives the rows in order. */
    interface Taker<R> {
        void take(R row) throws IOException;
    }

    /** Some 100 MB of rows. */
    private static final int RUN_ROWS = 50_000;

    private final RowOrder<R> order;
    private final int runRows;
    private final SpecificData data;
    private final Path folder;
    private final List<File> runs = new ArrayList<>();
    private final List<R> rows = new ArrayList<>();

    SortedRows(RowOrder<R> order) throws IOException {
        this(order, RUN_ROWS);
    }

    SortedRows(RowOrder<R> order, int runRows) throws IOException {
        this.order = order;
        this.runRows = runRows;
        this.data = SpecificData.getForClass(order.dataset().type());
        this.folder = Files.createTempDirectory("carriageway-sort-");
    }

    /** Adds a row, which must not change afterwards. */
    void add(R row) throws IOException {
        rows.add(row);
        if (rows.size() == runRows) {
            endRun();
        }
    }

    private void endRun() throws IOException {
        var run = folder.resolve("run-" + runs.size()).toFile();
        rows.sort(order);
        try (var out =
                new DataFileWriter<>(new SpecificDatumWriter<R>(order.dataset().schema(), data))) {
            out.create(order.dataset().schema(), run);
            for (var row : rows) {
                out.append(row);
            }
        }
        runs.add(run);
        rows.clear();
    }

    /** Passes all added rows on, in order. */
    void forEach(Taker<R> taker) throws IOException {
        if (!rows.isEmpty()) {
            endRun();
        }
        var heads = new PriorityQueue<Head<R>>(Comparator.comparing(Head::row, order));
        try {
            for (var run : runs) {
                var in = new DataFileReader<>(
                        run,
                        new SpecificDatumReader<R>(
                                order.dataset().schema(), order.dataset().schema(), data));
                heads.add(new Head<>(in.next(), in));
            }
            while (!heads.isEmpty()) {
                var head = heads.poll();
                taker.take(head.row());
                if (head.rest().hasNext()) {
                    heads.add(new Head<>(head.rest().next(), head.rest()));
                } else {
                    head.rest().close();
                }
            }
        } finally {
            for (var head : heads) {
                head.rest().close();
            }
        }
    }

    /** The first row of a run that was not passed on yet, and the rows after it. */
    private record Head<R>(R row, DataFileReader<R> rest) {}

    @Override
    public void close() throws IOException {
        for (int i = 0; i <= runs.size(); i++) {
            Files.deleteIfExists(folder.resolve("run-" + i));
        }
        Files.deleteIfExists(folder);
    }
}
