package io.carriageway.jobs.io.files;

import io.carriageway.text.Printable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;

/** Reports the name of a lake file that could not be read, because neither Flink nor Parquet does. */
public final class UnreadableFile extends IOException {

    public UnreadableFile(Path file, Exception cause) {
        super(Printable.of("cannot read %s: %s".formatted(file, cause.getMessage())), cause);
    }
}
