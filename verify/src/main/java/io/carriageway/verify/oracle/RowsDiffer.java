package io.carriageway.verify.oracle;

/** The stored rows differ from the oracle's. */
public final class RowsDiffer extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final int missing;
    private final int surplus;

    RowsDiffer(String message, int missing, int surplus) {
        super(message);
        this.missing = missing;
        this.surplus = surplus;
    }

    /** Rows that the oracle alone has. */
    public int missing() {
        return missing;
    }

    /** Rows that the oracle does not have, or has fewer times. */
    public int surplus() {
        return surplus;
    }
}
