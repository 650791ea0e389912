package io.carriageway.verify.parity;

import java.util.Locale;

/** The kinds of replay. */
enum Mode {
    KAFKA_STREAMING("kafka", "streaming"),
    KAFKA_BATCH("kafka", "batch"),
    LAKE_STREAMING("lake", "streaming"),
    LAKE_BATCH("lake", "batch");

    private final String input;
    private final String mode;

    Mode(String input, String mode) {
        this.input = input;
        this.mode = mode;
    }

    /** As the jobs take it. */
    String input() {
        return input;
    }

    /** As the jobs take it. */
    String mode() {
        return mode;
    }

    boolean readsLake() {
        return input.equals("lake");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
