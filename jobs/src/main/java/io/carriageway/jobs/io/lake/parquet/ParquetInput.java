package io.carriageway.jobs.io.lake.parquet;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Adapts a file of Flink's file systems to Parquet's interface for input. It can be opened once. */
public record ParquetInput(FSDataInputStream in, long length) implements InputFile {

    public static ParquetInput open(Path file, long length) throws IOException {
        return new ParquetInput(file.getFileSystem().open(file), length);
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() {
        return new DelegatingSeekableInputStream(in) {
            @Override
            public long getPos() throws IOException {
                return in.getPos();
            }

            @Override
            public void seek(long position) throws IOException {
                in.seek(position);
            }
        };
    }
}
