package io.carriageway.verify.parity;

import java.io.PrintStream;

/** Prints each comparison, and counts them. */
final class Verdict {

    private final PrintStream out;
    private int compared;
    private int differing;
    private long refused;

    Verdict(PrintStream out) {
        this.out = out;
    }

    void add(Comparison comparison) {
        compared += comparison.isByRuleEmpty() ? 0 : 1;
        differing += comparison.differs() ? 1 : 0;
        comparison.lines().forEach(out::println);
    }

    /** Adds the rows that the tables of a run refused. */
    void addRefused(long rows) {
        refused += rows;
    }

    boolean isParity() {
        return compared > 0 && differing == 0 && refused == 0;
    }

    String summary() {
        return "parity: %d comparisons, %d differ, refused=%d".formatted(compared, differing, refused);
    }
}
