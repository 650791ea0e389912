package io.carriageway.verify.chaos;

import io.carriageway.verify.chaos.LinkState.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * One connection over a link. It forwards requests to the server, and the answers to the client unless the link loses
 * them.
 */
final class FaultyConnection implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int COMMIT_PACKET_BYTES = 64;
    private static final byte[] UNAVAILABLE =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final LinkState state;
    private final Socket client;
    private final Socket server = new Socket();
    private volatile boolean answersLost;

    FaultyConnection(LinkState state, Socket client) {
        this.state = state;
        this.client = client;
    }

    /** Forwards requests until the connection ends; another thread forwards the answers. */
    void serve(InetAddress host, int port, Executor threads) throws IOException {
        if (state.is(Fault.UNAVAILABLE)) {
            var unused = client.getInputStream().read(new byte[BUFFER_BYTES]);
            client.getOutputStream().write(UNAVAILABLE);
            return;
        }
        server.connect(new InetSocketAddress(host, port));
        threads.execute(this::copyAnswers);
        copyRequests();
    }

    private void copyRequests() throws IOException {
        var requests = client.getInputStream();
        var buffer = new byte[BUFFER_BYTES];
        for (int n = requests.read(buffer); n >= 0; n = requests.read(buffer)) {
            if (isCommit(buffer, n) && state.cutsCommit()) {
                answersLost = true;
            }
            state.awaitMotion();
            server.getOutputStream().write(buffer, 0, n);
        }
    }

    private void copyAnswers() {
        try (this) {
            var answers = server.getInputStream();
            var buffer = new byte[BUFFER_BYTES];
            for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
                if (answersLost || state.is(Fault.ANSWERS_LOST)) {
                    // the server has executed it, but the client gets no answer
                    return;
                }
                state.awaitMotion();
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end broke the connection: close both
        }
    }

    /** Whether a packet of MySQL's protocol is the statement COMMIT. */
    private static boolean isCommit(byte[] packet, int length) {
        return length < COMMIT_PACKET_BYTES
                && new String(packet, 0, length, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("commit");
    }

    @Override
    public void close() {
        for (var end : new Socket[] {client, server}) {
            try {
                end.close();
            } catch (IOException e) {
                // the connection is abandoned in any case
            }
        }
    }
}
