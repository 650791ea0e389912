package io.carriageway.jobs.io.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes rows to the files that they name, file by file, and makes all files visible together when the last is written.
 * It must be chained to {@link WholeFiles}: then a checkpoint contains all of their rows or none.
 */
record WholeFileSink<R>(BulkWriter.Factory<R> format)
        implements Sink<Tuple2<String, R>>, SupportsCommitter<PendingFile> {

    @Override
    public CommittingSinkWriter<Tuple2<String, R>, PendingFile> createWriter(WriterInitContext context) {
        return new FileByFile<>(format);
    }

    @Override
    public Committer<PendingFile> createCommitter(CommitterInitContext context) {
        return new CommitAll();
    }

    @Override
    public SimpleVersionedSerializer<PendingFile> getCommittableSerializer() {
        return new PendingFile.Serializer();
    }

    private static final class CommitAll implements Committer<PendingFile> {

        @Override
        public void commit(Collection<CommitRequest<PendingFile>> requests) throws IOException {
            for (var request : requests) {
                request.getCommittable().commit();
            }
        }

        @Override
        public void close() {}
    }

    private static final class FileByFile<R> implements CommittingSinkWriter<Tuple2<String, R>, PendingFile> {

        private final BulkWriter.Factory<R> format;
        private final List<PendingFile> written = new ArrayList<>();
        private final Set<String> begun = new HashSet<>();

        private String file;
        private RecoverableFsDataOutputStream out;
        private BulkWriter<R> rows;

        FileByFile(BulkWriter.Factory<R> format) {
            this.format = format;
        }

        @Override
        public void write(Tuple2<String, R> row, Context context) throws IOException {
            if (!row.f0.equals(file)) {
                finishFile();
                begin(row.f0);
            }
            rows.addElement(row.f1);
        }

        /**
         * Begins a file. A second part would replace the first when both are committed, and the first part's rows would
         * be lost.
         */
        private void begin(String next) throws IOException {
            if (!begun.add(next)) {
                throw new IllegalStateException("the rows of file %s did not come in one piece".formatted(next));
            }
            out = PendingFile.writerOf(new Path(next)).open(new Path(next));
            rows = format.create(out);
            file = next;
        }

        private void finishFile() throws IOException {
            if (file != null) {
                rows.finish();
                written.add(new PendingFile(new Path(file), out.closeForCommit().getRecoverable()));
                file = null;
            }
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<PendingFile> prepareCommit() throws IOException {
            finishFile();
            var files = List.copyOf(written);
            written.clear();
            return files;
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                out.close();
            }
        }
    }
}
