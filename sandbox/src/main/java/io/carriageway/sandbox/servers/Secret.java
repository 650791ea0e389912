package io.carriageway.sandbox.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A password of one run. Loopback ports are open to everyone on the machine, so no server has a well-known one. */
final class Secret {
    private static final int BYTES = 16;

    private Secret() {}

    static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
