package io.carriageway.jobs.io.files;

import io.carriageway.intake.WholeFile;
import io.carriageway.text.Printable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.Path;

/**
 * A file of reference data that the client reads when it builds a job, from {@code classpath:} or any address of
 * Flink's file systems. Its contents travel with the job, so a later change of the file does not affect a running job.
 */
public record ReferenceFile(String location) {

    private static final String CLASS_PATH = "classpath:";

    public byte[] read() throws IOException {
        try (var in = open()) {
            return WholeFile.read(in, WholeFile.limit());
        } catch (IOException e) {
            throw new IOException(Printable.of("cannot read %s: %s".formatted(location, e.getMessage())), e);
        }
    }

    private InputStream open() throws IOException {
        if (!location.startsWith(CLASS_PATH)) {
            var path = new Path(location);
            var files = path.getFileSystem();
            WholeFile.requireFits(files.getFileStatus(path).getLen(), WholeFile.limit());
            return files.open(path);
        }
        var name = location.substring(CLASS_PATH.length()).replaceFirst("^/+", "");
        var in = ReferenceFile.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("it is not on the class path");
        }
        return in;
    }
}
