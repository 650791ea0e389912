package io.carriageway.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWarningsTest {

    private static final String METRIC = "21 2026-12-01T03:55:14,194 WARN MetricGroup [main] - Name collision";

    @TempDir
    private Path folder;

    @Test
    void onlyLinesOfLevelWarnCount() throws IOException {
        var warnings = warnings(List.of(
                "20 2026-12-01T03:55:14,194 INFO Task [a WARN b] - with the word WARN",
                METRIC,
                "java.lang.IllegalStateException: 1 2 WARN of a stack trace",
                "22 2026-12-01T03:55:14,195 ERROR Demo [main] - failed"));
        assertThat(warnings.line()).isEqualTo("log_warnings=1");
        assertThat(warnings.fault()).isEmpty();
    }

    @Test
    void moreThanTwentyAreAFaultThatNamesTheLoudest() throws IOException {
        var lines = new ArrayList<>(Collections.nCopies(19, METRIC));
        lines.add("23 2026-12-01T03:55:14,194 WARN NetworkClient [main] - closed");
        assertThat(warnings(lines).fault()).isEmpty();
        lines.add("24 2026-12-01T03:55:14,194 WARN NetworkClient [main] - closed");
        assertThat(warnings(lines).fault().orElseThrow())
                .endsWith("has 21 warnings, but a healthy run has at most 20; 19 are of MetricGroup");
    }

    private LogWarnings warnings(List<String> lines) throws IOException {
        return LogWarnings.in(Files.write(folder.resolve("demo.log"), lines));
    }
}
