package io.carriageway.sandbox.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The real inputs that are not part of the repository. */
public final class TestData {

    private TestData() {}

    /** A file or folder of the test data; the test is skipped where the data is not there. */
    public static Path path(String relative) {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set: the real inputs and models are not here");
        return Path.of(root).resolve(relative);
    }
}
