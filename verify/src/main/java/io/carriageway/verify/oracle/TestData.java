package io.carriageway.verify.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** The files that tests read. */
public final class TestData {

    private TestData() {}

    /** Length of the input of expensive oracle tests: ten minutes, or SEEDED_MINUTES. */
    public static Duration seededTime() {
        return Duration.ofMinutes(Long.parseLong(System.getenv().getOrDefault("SEEDED_MINUTES", "10")));
    }

    /** A resource as a file. A resource in a jar is copied; the copy is deleted when the process ends. */
    public static Path resource(String name) throws IOException {
        try (var found = TestData.class.getResourceAsStream("/" + name)) {
            var copy = Files.createTempFile("resource-", "-" + Path.of(name).getFileName());
            copy.toFile().deleteOnExit();
            Files.copy(found, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
    }
}
