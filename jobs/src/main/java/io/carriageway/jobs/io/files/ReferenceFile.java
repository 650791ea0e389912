package io.carriageway.jobs.io.files;

import io.carriageway.intake.WholeFile;
import io.carriageway.text.Printable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.flink.core.fs.Path;

/**
 * A file of reference data, read by the client when it builds a job: {@code classpath:}, or any address that Flink's
 * file systems know. What was read travels with the job, so a file that changes does not change a job that runs.
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
