package io.carriageway.sandbox.topic;

import io.carriageway.sandbox.oracle.TestData;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The alerts that a job raises in tests.
 *
 * @param table on whose rows they are raised
 * @param resource with the rules
 */
public record TestedAlerts(String table, String resource) {

    static final String SHARED_RULES = "alerts-of-tests.yaml";

    Path rules() throws URISyntaxException {
        return TestData.resource(resource);
    }
}
