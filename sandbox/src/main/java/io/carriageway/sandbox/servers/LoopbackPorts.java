package io.carriageway.sandbox.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picks a port on the loopback address. A free port is below the ranges that systems use for outgoing connections: a
 * client that retries against a stopped server in such a range can connect to itself.
 */
public final class LoopbackPorts {
    public static final String HOST = "127.0.0.1";

    private static final int FIRST_PORT = 20_000;
    private static final int END_PORT = 32_000;
    private static final int ATTEMPTS = 100;

    private LoopbackPorts() {}

    /**
     * The requested port if it is free, or any free one for 0; {@code name} is the variable by which the user sets it.
     */
    public static int pick(String name, int wanted) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new IllegalStateException(
                    "Port " + wanted + " is taken: set " + name + " to another one, or unset it for a free one.");
        }
        return wanted;
    }

    public static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, FIRST_PORT, END_PORT)
                .filter(LoopbackPorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port in " + FIRST_PORT + " to " + END_PORT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
