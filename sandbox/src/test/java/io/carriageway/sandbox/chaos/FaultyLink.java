package io.carriageway.sandbox.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server of this machine that can break: what goes over it is the server's, byte for byte, or nothing. */
final class FaultyLink implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int COMMIT_PACKET_BYTES = 64;
    private static final byte[] UNAVAILABLE =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private enum State {
        OPEN,
        /** Connections end, and new ones end at once. */
        CUT,
        /** Nothing comes through in either direction; when it is open again, all does, in order. */
        HANGING,
        /** Requests are answered by 503, whatever they ask. */
        UNAVAILABLE,
        /** Requests reach the server, answers do not come back. */
        ANSWERS_LOST
    }

    private final int targetPort;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyLink::thread);
    private volatile State state = State.OPEN;

    private FaultyLink(int targetPort, ServerSocket listener) {
        this.targetPort = targetPort;
        this.listener = listener;
    }

    static FaultyLink to(int targetPort) throws IOException {
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

    int port() {
        return listener.getLocalPort();
    }

    synchronized void open() {
        state = State.OPEN;
        notifyAll();
    }

    void hang() {
        state = State.HANGING;
    }

    private synchronized void awaitMotion() throws IOException {
        try {
            while (state == State.HANGING) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    void cut() {
        state = State.CUT;
        cutConnections();
    }

    void answerUnavailable() {
        state = State.UNAVAILABLE;
        cutConnections();
    }

    void loseAnswers() {
        state = State.ANSWERS_LOST;
    }

    /** Lets the next so many COMMITs reach a database, and cuts the connection before the database's answer. */
    void loseAnswersToCommits(int commits) {
        commitsToCut.set(commits);
    }

    /** How many of them have still to come. */
    int commitsToCut() {
        return commitsToCut.get();
    }

    private void cutConnections() {
        sockets.forEach(FaultyLink::close);
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
        try {
            if (state == State.CUT) {
                return;
            }
            sockets.add(client);
            if (state == State.UNAVAILABLE) {
                var unused = client.getInputStream().read(new byte[BUFFER_BYTES]);
                client.getOutputStream().write(UNAVAILABLE);
                return;
            }
            relay(client);
        } catch (IOException e) {
            // broken by one of its ends: both learn of it below
        } finally {
            close(client);
            sockets.remove(client);
        }
    }

    private void relay(Socket client) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
            sockets.add(server);
            var answersLost = new boolean[1];
            threads.execute(() -> copyAnswers(server, client, answersLost));
            var buffer = new byte[BUFFER_BYTES];
            for (int n = client.getInputStream().read(buffer);
                    n >= 0;
                    n = client.getInputStream().read(buffer)) {
                if (isCommit(buffer, n) && commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    synchronized (answersLost) {
                        answersLost[0] = true;
                    }
                }
                awaitMotion();
                server.getOutputStream().write(buffer, 0, n);
            }
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private void copyAnswers(Socket server, Socket client, boolean[] lost) {
        try (client;
                server) {
            InputStream answers = server.getInputStream();
            var buffer = new byte[BUFFER_BYTES];
            for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
                synchronized (lost) {
                    if (lost[0] || state == State.ANSWERS_LOST) {
                        // the server has done it, and the client will not know
                        return;
                    }
                }
                awaitMotion();
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // broken by one of its ends: both are closed
        }
    }

    /** Whether a packet of MySQL's protocol is the statement COMMIT. */
    private static boolean isCommit(byte[] packet, int length) {
        return length < COMMIT_PACKET_BYTES
                && new String(packet, 0, length, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("commit");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no more use in any case
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutConnections();
        threads.shutdownNow();
    }
}
