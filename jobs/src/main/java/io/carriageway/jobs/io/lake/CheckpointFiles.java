package io.carriageway.jobs.io.lake;

import io.carriageway.jobs.io.lake.parquet.ParquetInput;
import io.carriageway.jobs.io.lake.parquet.ParquetRows;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.sink.compactor.FileCompactStrategy;
import org.apache.flink.connector.file.sink.compactor.RecordWiseFileCompactor;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Merges the files of several checkpoints before they are published: fewer files and later rows, still exactly once.
 */
final class CheckpointFiles {

    private CheckpointFiles() {}

    /**
     * Adds merging to a sink.
     *
     * @param checkpoints number of checkpoints whose files are merged; 0 for no merging
     */
    static <R extends SpecificRecordBase, B extends FileSink.BulkFormatBuilder<R, B>> B merged(
            B sink, Class<R> type, int checkpoints) {
        return checkpoints == 0
                ? sink
                : sink.enableCompact(
                        FileCompactStrategy.Builder.newBuilder()
                                .enableCompactionOnCheckpoint(checkpoints)
                                .build(),
                        new RecordWiseFileCompactor<>(file -> open(file, type)));
    }

    private static <R extends SpecificRecordBase> RecordWiseFileCompactor.Reader<R> open(Path file, Class<R> type)
            throws IOException {
        long length = file.getFileSystem().getFileStatus(file).getLen();
        return new RowReader<>(new ParquetRows<>(type).open(ParquetInput.open(file, length)));
    }

    private record RowReader<R>(ParquetReader<R> parquet) implements RecordWiseFileCompactor.Reader<R> {

        @Override
        public R read() throws IOException {
            return parquet.read();
        }

        @Override
        public void close() throws IOException {
            parquet.close();
        }
    }
}
