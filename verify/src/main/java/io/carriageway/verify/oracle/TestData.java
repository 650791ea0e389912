package io.carriageway.verify.oracle;

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
}
