package io.carriageway.sandbox.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Creates files and folders for secrets, which only the owner can read. */
public final class OwnerOnly {

    private OwnerOnly() {}

    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Creates a file with those lines. Nobody else can read it at any time. */
    public static Path createFile(Path file, List<String> lines) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.write(Files.createFile(file, ownerOnly), lines);
    }
}
