package io.carriageway.jobs.io.files;

import io.carriageway.jobs.options.OneLine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Checks that a job may put, list and delete files in a folder, by doing so with a file of a few bytes. */
public final class WritableFolder {

    /** A name of its own for each check, also of processes on other machines. */
    private static final String NAME = "carriageway-check-%d-%d";

    private WritableFolder() {}

    /**
     * @param option the option that names the folder, for the message
     * @throws IOException says which of the three failed, and what to do
     */
    public static void require(String option, String folder) throws IOException {
        var file = new Path(folder, NAME.formatted(ProcessHandle.current().pid(), System.nanoTime()));
        var step = "write";
        try {
            var files = file.getFileSystem();
            boolean isNew = !files.exists(file.getParent());
            try (var out = files.create(file, FileSystem.WriteMode.NO_OVERWRITE)) {
                out.write("written by a check, and deleted at once".getBytes(StandardCharsets.UTF_8));
            }
            try {
                step = "list";
                requireListed(files, file);
            } catch (IOException | RuntimeException e) {
                // a file that cannot be listed must not stay either
                files.delete(file, false);
                throw e;
            }
            step = "delete";
            files.delete(file, false);
            if (isNew) {
                // the first job makes it, with the rights of its user
                files.delete(file.getParent(), false);
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("option --%s: cannot %s files in %s: %s (%s)"
                    .formatted(option, step, folder, StoreAdvice.of(e), OneLine.of(e)));
        }
    }

    private static void requireListed(FileSystem files, Path file) throws IOException {
        var listed = files.listStatus(file.getParent());
        for (var each : listed == null ? new FileStatus[0] : listed) {
            if (each.getPath().getName().equals(file.getName())) {
                return;
            }
        }
        throw new FileNotFoundException("the file that was written is not in the list");
    }
}
