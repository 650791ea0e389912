package io.carriageway.jobs.io.lake.compaction;

import io.carriageway.jobs.io.lake.Lake;
import io.carriageway.jobs.io.lake.parquet.ParquetOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.parquet.hadoop.ParquetWriter;

/** Writes rows, in the given order, to hidden files of about one size. */
final class HiddenFiles<R extends SpecificRecordBase> implements AutoCloseable {

    /** Number of rows between two checks of the size. */
    private static final int CHECK_ROWS = 1_000;

    private final Class<R> type;
    private final FileReplacement folder;
    private final long targetBytes;
    private int nextNumber;
    private ParquetWriter<R> open;
    private long rows;
    private final List<String> names = new ArrayList<>();

    /** @param firstNumber number of the first file */
    HiddenFiles(Class<R> type, FileReplacement folder, long targetBytes, int firstNumber) {
        this.type = type;
        this.folder = folder;
        this.targetBytes = targetBytes;
        this.nextNumber = firstNumber;
    }

    void write(R row) throws IOException {
        if (open == null) {
            var name = CompactedName.of(nextNumber++);
            var file = folder.path(ReplacementPlan.hidden(name));
            open = Lake.writer(new ParquetOutput(folder.files().create(file, WriteMode.OVERWRITE)), type);
            names.add(name);
        }
        open.write(row);
        rows++;
        if (rows % CHECK_ROWS == 0 && open.getDataSize() >= targetBytes) {
            close();
        }
    }

    /** The names that the files will have. */
    List<String> names() {
        return names;
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
