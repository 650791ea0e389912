package io.carriageway.verify.topic;

import io.carriageway.verify.oracle.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The alerts that a job raises in tests.
 *
 * @param table on whose rows they are raised
 * @param text the rules as text of a file; empty: the rules that tests share
 */
public record TestedAlerts(String table, Optional<String> text) {

    /** A file with the rules. */
    Path rules() throws Exception {
        if (text.isEmpty()) {
            return TestData.resource("alerts-of-tests.yaml");
        }
        var file = Files.createTempFile("alerts-of-" + table + "-", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text.get());
    }
}
