package io.carriageway.verify.chaos;

import io.carriageway.verify.chaos.LinkState.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy to a server of this machine that can break. It forwards bytes unchanged, or not at all. */
public final class FaultyLink implements AutoCloseable {

    private final int targetPort;
    private final ServerSocket listener;
    private final LinkState state = new LinkState();
    private final Set<FaultyConnection> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyLink::thread);

    private FaultyLink(int targetPort, ServerSocket listener) {
        this.targetPort = targetPort;
        this.listener = listener;
    }

    public static FaultyLink to(int targetPort) throws IOException {
        var listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var link = new FaultyLink(targetPort, listener);
        link.threads.execute(link::accept);
        return link;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "faulty-link");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void open() {
        state.become(Fault.NONE);
    }

    void hang() {
        state.become(Fault.HANGING);
    }

    public void cut() {
        state.become(Fault.CUT);
        cutConnections();
    }

    void answerUnavailable() {
        state.become(Fault.UNAVAILABLE);
        cutConnections();
    }

    void loseAnswers() {
        state.become(Fault.ANSWERS_LOST);
    }

    /** Lets the next COMMITs, this many, reach the database, and cuts their connections before its answers. */
    void loseAnswersToCommits(int commits) {
        state.cutCommits(commits);
    }

    /** Number of these COMMITs still to come. */
    int commitsToCut() {
        return state.commitsToCut();
    }

    private void cutConnections() {
        connections.forEach(FaultyConnection::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // closed, or a client that disconnected: wait for the next one
            }
        }
    }

    private void serve(Socket client) {
        var connection = new FaultyConnection(state, client);
        connections.add(connection);
        try (connection) {
            if (!state.is(Fault.CUT)) {
                connection.serve(listener.getInetAddress(), targetPort, threads);
            }
        } catch (IOException e) {
            // one end broke the connection: close both
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutConnections();
        threads.shutdownNow();
    }
}
