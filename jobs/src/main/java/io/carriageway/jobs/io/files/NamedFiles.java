package io.carriageway.jobs.io.files;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;

/** A format whose errors name the file. Flink does not pass the file's name to a stream format. */
public record NamedFiles<R>(BulkFormat<R, FileSourceSplit> format) implements BulkFormat<R, FileSourceSplit> {

    @Override
    public Reader<R> createReader(Configuration config, FileSourceSplit split) throws IOException {
        return named(split.path(), () -> new NamedReader<>(split.path(), format.createReader(config, split)));
    }

    @Override
    public Reader<R> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
        return named(split.path(), () -> new NamedReader<>(split.path(), format.restoreReader(config, split)));
    }

    @Override
    public boolean isSplittable() {
        return format.isSplittable();
    }

    @Override
    public TypeInformation<R> getProducedType() {
        return format.getProducedType();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T named(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(file, e);
        }
    }

    /** Reads whole batches, so that iterating over one meets no error. */
    private record NamedReader<R>(Path file, Reader<R> reader) implements Reader<R> {

        @Override
        public RecordIterator<R> readBatch() throws IOException {
            return named(file, reader::readBatch);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
