package io.carriageway.verify.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The real inputs and models that are not part of the repository. */
public final class RealData {

    private RealData() {}

    /** A file or folder by its path in TESTDATA_DIR; the test is skipped if that is not set. */
    public static Path path(String relative) {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set: the real inputs and models are missing");
        return Path.of(root).resolve(relative);
    }
}
