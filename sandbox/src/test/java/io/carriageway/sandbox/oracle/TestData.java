package io.carriageway.sandbox.oracle;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;

/** Where the files are that tests read. */
public final class TestData {

    private TestData() {}

    /** How much seeded time oracle tests judge of what is dear: ten minutes, or SEEDED_MINUTES of them. */
    public static Duration seededTime() {
        return Duration.ofMinutes(Long.parseLong(System.getenv().getOrDefault("SEEDED_MINUTES", "10")));
    }

    /** A file among the tests' resources. */
    public static Path resource(String name) throws URISyntaxException {
        return Path.of(TestData.class.getResource("/" + name).toURI());
    }

    /**
     * A file or folder of the test data, the real inputs that are not part of the repository; the test is skipped where
     * the data is not there.
     */
    public static Path path(String relative) {
        var root = System.getenv("TESTDATA_DIR");
        assumeTrue(root != null, "TESTDATA_DIR is not set: the real inputs and models are not here");
        return Path.of(root).resolve(relative);
    }
}
