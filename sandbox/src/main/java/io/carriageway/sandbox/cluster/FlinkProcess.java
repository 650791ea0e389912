package io.carriageway.sandbox.cluster;

import io.carriageway.sandbox.servers.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JobManager or TaskManager that is restarted when it ends, as a supervisor on a server would do. */
public final class FlinkProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FlinkProcess.class);
    private static final long PAUSE_MILLIS = 500;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path out;
    private ChildProcess process;
    private boolean wanted;

    FlinkProcess(String name, List<String> command, Map<String, String> environment, Path out) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.out = out;
    }

    synchronized FlinkProcess start() throws IOException {
        wanted = true;
        process = ChildProcess.start(command, environment, out);
        LOG.info("{} is process {}", name, process.pid());
        var unused = process.onExit()
                .thenRunAsync(this::startAgain, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        return this;
    }

    private synchronized void startAgain() {
        if (!wanted) {
            return;
        }
        LOG.warn("{} has ended and is restarted", name);
        try {
            start();
        } catch (IOException e) {
            LOG.error("{} could not be started", name, e);
        }
    }

    public String name() {
        return name;
    }

    /** Changes with each start. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Sends the process a signal, such as KILL or STOP. */
    public void signal(String signal) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).inheritIO();
        if (kill.start().waitFor() != 0) {
            throw new IllegalStateException("cannot send %s signal %s".formatted(name, signal));
        }
    }

    @Override
    public void close() {
        ChildProcess last;
        synchronized (this) {
            wanted = false;
            last = process;
        }
        last.close();
    }
}
