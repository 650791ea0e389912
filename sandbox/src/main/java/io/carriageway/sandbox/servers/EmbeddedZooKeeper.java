package io.carriageway.sandbox.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.zookeeper.server.embedded.ExitHandler;
import org.apache.zookeeper.server.embedded.ZooKeeperServerEmbedded;

/**
 * A real ZooKeeper in this process. It stores which JobManager leads, and the state of jobs that a new leader needs.
 */
public final class EmbeddedZooKeeper implements AutoCloseable {

    private static final long START_MILLIS = 30_000;

    private final ZooKeeperServerEmbedded server;
    private final String address;

    private EmbeddedZooKeeper(ZooKeeperServerEmbedded server, String address) {
        this.server = server;
        this.address = address;
    }

    public static EmbeddedZooKeeper start(Path folder) throws Exception {
        var port = String.valueOf(LoopbackPorts.free());
        var settings = new Properties();
        settings.setProperty("clientPort", port);
        settings.setProperty("clientPortAddress", LoopbackPorts.HOST);
        // a client's session may be as short as two ticks: a dead JobManager leads no longer than that
        settings.setProperty("tickTime", "1000");
        settings.setProperty("admin.enableServer", "false");
        var server = ZooKeeperServerEmbedded.builder()
                .baseDir(Files.createDirectories(folder))
                .configuration(settings)
                .exitHandler(ExitHandler.LOG_ONLY)
                .build();
        server.start(START_MILLIS);
        return new EmbeddedZooKeeper(server, LoopbackPorts.HOST + ":" + port);
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
