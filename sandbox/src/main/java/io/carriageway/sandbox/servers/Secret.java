package io.carriageway.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Generates a password for one run. Everyone on the machine can connect to loopback ports, so no server has a
 * well-known password.
 */
final class Secret {
    private static final int BYTES = 16;

    private Secret() {}

    /** Writes the password into a file that only its owner can read. */
    static Path write(String password, Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(Files.createFile(file, ownerOnly), password);
    }

    static String generate() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
