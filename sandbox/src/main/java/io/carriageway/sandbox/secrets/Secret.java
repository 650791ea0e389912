package io.carriageway.sandbox.secrets;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Generates a password for one run. Everyone on the machine can connect to loopback ports, so no server has a
 * well-known password.
 */
public final class Secret {
    private static final int BYTES = 16;

    private Secret() {}

    public static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
