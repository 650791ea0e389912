package io.carriageway.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The TCP sockets on which this process listens, from Linux's /proc, including those that no configuration names. */
final class ListeningSockets {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ListeningSockets() {}

    static List<InetSocketAddress> ofThisProcess() throws IOException {
        var own = ownInodes();
        var listening = new ArrayList<InetSocketAddress>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var line : Files.readAllLines(Path.of(table))) {
                var columns = line.strip().split("\\s+", -1);
                if (columns[STATE].equals(LISTEN) && own.contains(columns[INODE])) {
                    listening.add(address(columns[ADDRESS]));
                }
            }
        }
        return listening;
    }

    private static Set<String> ownInodes() throws IOException {
        var inodes = new HashSet<String>();
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (var descriptor : descriptors) {
                var socket = SOCKET.matcher(target(descriptor));
                if (socket.matches()) {
                    inodes.add(socket.group(1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        }
    }

    /** The address is one or four words in hexadecimal, each in the byte order of the machine; the port is plain. */
    private static InetSocketAddress address(String hex) throws UnknownHostException {
        var parts = hex.split(":", 2);
        var words = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0])).asIntBuffer();
        var bytes = ByteBuffer.allocate(parts[0].length() / 2).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            bytes.putInt(words.get());
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes.array()), Integer.parseInt(parts[1], 16));
    }
}
