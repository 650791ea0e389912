package io.carriageway.jobs.io.files;

import io.carriageway.jobs.options.OneLine;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Checks that a job may put, list and delete files in a folder, by doing so with a file of a few bytes. */
public final class WritableFolder {

    private WritableFolder() {}

    /**
     * @param option the option that names the folder, for the message
     * @throws IOException says which of the three failed, and what to do
     */
    public static void require(String option, String folder) throws IOException {
        var file = new Path(folder, "carriageway-check/" + UUID.randomUUID());
        var step = "write";
        try {
            var files = file.getFileSystem();
            try (var out = files.create(file, FileSystem.WriteMode.NO_OVERWRITE)) {
                out.write("written by a check, and deleted at once".getBytes(StandardCharsets.UTF_8));
            }
            step = "list";
            requireListed(files, file);
            step = "delete";
            files.delete(file, false);
        } catch (IOException | RuntimeException e) {
            throw new IOException("option --%s: cannot %s files in %s: %s (%s)"
                    .formatted(option, step, folder, advice(e), OneLine.of(e)));
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

    /** What to do about a fault. The file system is a plugin, so only texts tell the kinds apart. */
    private static String advice(Exception fault) {
        var text = texts(fault).toLowerCase(Locale.ROOT);
        if (text.contains("nosuchbucket") || text.contains("bucket does not exist")) {
            return "there is no such bucket; create it, or correct the name";
        }
        if (text.contains("invalidaccesskeyid") || text.contains("signaturedoesnotmatch")) {
            return "the store refuses the key; check s3.access-key and s3.secret-key";
        }
        if (text.contains("accessdenied") || text.contains("403") || text.contains("permission denied")) {
            return "the right is missing; grant put, list and delete (docs/security.md)";
        }
        if (text.contains("nocredentials")
                || text.contains("no aws credentials")
                || text.contains("unable to load credentials")) {
            return "there are no credentials; give a role, AWS's environment variables, or s3.access-key";
        }
        if (text.contains("certificate") || text.contains("sslhandshake")) {
            return "the certificate of the store is not trusted, or has another host name; check s3.endpoint and the trust store of Java";
        }
        if (text.contains("unsupportedfilesystemscheme") || text.contains("could not find a file system")) {
            return "no plugin knows this address; write s3://, and run flink-install";
        }
        return "check the address, and s3.endpoint in Flink's configuration";
    }

    private static String texts(Throwable fault) {
        var texts = new StringBuilder();
        for (var each = fault; each != null; each = each.getCause()) {
            texts.append(each).append('\n');
        }
        return texts.toString();
    }
}
