package io.carriageway.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/**
 * Stops the servers and then removes their data, once. A concurrent call, such as at the end of the JVM, waits until it
 * is done.
 */
final class Shutdown {
    private final ServerGroup servers;
    private final Path folder;
    private boolean done;

    Shutdown(ServerGroup servers, Path folder) {
        this.servers = servers;
        this.folder = folder;
    }

    synchronized void run(boolean keepData) {
        if (done) {
            return;
        }
        done = true;
        servers.close();
        if (!keepData) {
            deleteData();
        }
    }

    private void deleteData() {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
