package io.carriageway.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MariaDbInstallationIT {
    @TempDir
    private Path folder;

    @Test
    void aServerOnThePathIsUsedAsItIs() throws Exception {
        var server = program("sbin", "mariadbd");
        var installer = program("bin", "mariadb-install-db");
        var searchPath = String.join(
                File.pathSeparator, "/no/such/folder", folder.resolve("bin").toString(), folder.resolve("sbin") + "");

        var found = MariaDbInstallation.find(searchPath, folder.resolve("cache"));

        assertThat(found.server()).isEqualTo(server);
        assertThat(found.installer()).isEqualTo(installer);
        assertThat(found.baseOption()).isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void withoutOneTheBundleIsUnpackedOnceAndCompletely() throws Exception {
        program("bin", "mariadbd");
        var cache = folder.resolve("cache");

        var first = MariaDbInstallation.find(folder.resolve("bin").toString(), cache);
        var unpackedAt = Files.getLastModifiedTime(first.server());
        var second = MariaDbInstallation.find("", cache);

        assertThat(first.server()).startsWith(cache).isExecutable();
        assertThat(first.installer()).startsWith(cache).isExecutable();
        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second.server())).isEqualTo(unpackedAt);
        assertThat(cache).isDirectoryNotContaining("glob:**unpacking-*");
    }

    private Path program(String place, String name) throws Exception {
        var path = Files.createDirectories(folder.resolve(place)).resolve(name);
        Files.createFile(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
