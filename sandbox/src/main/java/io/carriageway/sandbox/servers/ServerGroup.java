package io.carriageway.sandbox.servers;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts servers in parallel and stops them in reverse order, including those that are still starting. */
final class ServerGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerGroup.class);

    private record Starting(String name, CompletableFuture<? extends AutoCloseable> server) {}

    private final ExecutorService starters = Executors.newCachedThreadPool(ServerGroup::thread);
    private final List<Starting> servers = new ArrayList<>();

    /** A daemon thread, which does not prevent the JVM from ending. */
    private static Thread thread(Runnable start) {
        var thread = new Thread(start, "server-start");
        thread.setDaemon(true);
        return thread;
    }

    <S extends AutoCloseable> CompletableFuture<S> start(String name, Callable<S> start) {
        var server = CompletableFuture.supplyAsync(() -> call(name, start), starters);
        servers.add(new Starting(name, server));
        return server;
    }

    private static <S> S call(String name, Callable<S> start) {
        try {
            var server = start.call();
            LOG.info("{} is up {} s after the JVM started", name, uptimeSeconds());
            return server;
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** Returns when every server runs. If one fails, throws its failure; the others must still be closed. */
    void await() throws Exception {
        try {
            CompletableFuture.allOf(servers.stream().map(Starting::server).toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        var reversed = new ArrayList<>(servers);
        Collections.reverse(reversed);
        reversed.stream()
                .filter(starting -> !starting.server().isCompletedExceptionally())
                .forEach(ServerGroup::stop);
    }

    private static void stop(Starting starting) {
        try {
            starting.server().join().close();
            LOG.info("{} is down {} s after the JVM started", starting.name(), uptimeSeconds());
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", starting.name(), e);
        }
    }

    private static double uptimeSeconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }
}
