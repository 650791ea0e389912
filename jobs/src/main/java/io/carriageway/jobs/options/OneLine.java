package io.carriageway.jobs.options;

import io.carriageway.text.Printable;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one line of an exception: its message and that of its root cause, without traces and control characters. */
public final class OneLine {

    private static final int MOST_CHARACTERS = 600;

    private OneLine() {}

    public static String of(Throwable fault) {
        var root = Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .reduce((above, below) -> below)
                .orElseThrow();
        var above = text(fault);
        var below = text(root);
        var line = above.contains(below) ? above : above + " (" + below + ")";
        return Printable.of(line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line);
    }

    private static String text(Throwable fault) {
        return fault.getMessage() == null || fault.getMessage().isBlank()
                ? fault.getClass().getSimpleName()
                : fault.getMessage()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(2)
                        .collect(Collectors.joining(" "));
    }
}
