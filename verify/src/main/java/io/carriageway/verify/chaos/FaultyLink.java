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

/** A way to a server of this machine that can break: what goes over it is the server's, byte for byte, or nothing. */
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

    /** Lets the next so many COMMITs reach a database, and cuts the connection before the database's answer. */
    void loseAnswersToCommits(int commits) {
        state.cutCommits(commits);
    }

    /** How many of them have still to come. */
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
                // closed, or a client that went: the next one is awaited
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
            // broken by one of its ends: both learn of it
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
