package io.carriageway.sandbox.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts the warnings in the log of a run by their logger. A healthy run has few, so that nobody learns to overlook
 * them.
 */
record LogWarnings(Path log, Map<String, Long> countByLogger) {

    static final int MOST = 20;

    /** Milliseconds, time, level and logger: the pattern of log4j2.xml. */
    private static final Pattern WARNING = Pattern.compile("\\d+ \\S+ WARN (\\S+) .*");

    static LogWarnings in(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return new LogWarnings(
                    log,
                    lines.map(WARNING::matcher)
                            .filter(Matcher::matches)
                            .collect(Collectors.groupingBy(line -> line.group(1), Collectors.counting())));
        }
    }

    private long count() {
        return countByLogger.values().stream().mapToLong(Long::longValue).sum();
    }

    String line() {
        return "log_warnings=" + count();
    }

    /** What is wrong, if there are more than {@link #MOST}. */
    Optional<String> fault() {
        if (count() <= MOST) {
            return Optional.empty();
        }
        var most = Collections.max(countByLogger.entrySet(), Map.Entry.comparingByValue());
        return Optional.of("%s has %d warnings, but a healthy run has at most %d; %d are of %s"
                .formatted(log, count(), MOST, most.getValue(), most.getKey()));
    }
}
