package io.carriageway.jobs.io.files;

import io.carriageway.text.Printable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;

/** A file of the lake could not be read; says which, for neither Flink nor Parquet does. */
public final class UnreadableFile extends IOException {

    public UnreadableFile(Path file, Exception cause) {
        super(Printable.of("cannot read %s: %s".formatted(file, cause.getMessage())), cause);
    }
}
