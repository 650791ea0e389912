package io.carriageway.jobs.io.lake;

import io.carriageway.intake.Printable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;

/** A file of the lake could not be read; says which, for neither Flink nor Parquet does. */
final class UnreadableFile extends IOException {

    UnreadableFile(Path file, Exception cause) {
        super(Printable.of("cannot read %s: %s".formatted(file, cause.getMessage())), cause);
    }
}
