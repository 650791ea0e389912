package io.carriageway.geo.roads;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of roads that are not in the repository. */
final class Cases {

    private Cases() {}

    static byte[] read(String name) throws IOException {
        return file("cases/geo/" + name);
    }

    static byte[] file(String path) throws IOException {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set: the files of roads are not here");
        var file = Path.of(root).resolve(path);
        assumeTrue(Files.exists(file), file + " is not there");
        return Files.readAllBytes(file);
    }
}
