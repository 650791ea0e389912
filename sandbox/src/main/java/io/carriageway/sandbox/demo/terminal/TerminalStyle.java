package io.carriageway.sandbox.demo.terminal;

import io.carriageway.text.Printable;
import java.util.Map;

/** Styles of emphasis on a terminal; a pipe or a file shows none. */
public enum TerminalStyle {
    PLAIN,
    COLOUR;

    private static final String RESET = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final Map<String, String> COLOUR_BY_CROWDING = Map.of(
            "FREE", "\033[32m",
            "MODERATE", "\033[33m",
            "CROWDED", "\033[31m",
            "JAMMED", "\033[1;31m");

    public String bold(String text) {
        return in(BOLD, text);
    }

    /** The level in its colour; levels that a user adds to the table have none. */
    public String crowding(String level) {
        return in(COLOUR_BY_CROWDING.getOrDefault(level, ""), Printable.of(level));
    }

    private String in(String code, String text) {
        return this == PLAIN || code.isEmpty() ? text : code + text + RESET;
    }
}
