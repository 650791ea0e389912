package io.carriageway.intake;

/**
 * One record's line in the ledger: its topic, its time of arrival and its outcome. Each record has exactly one.
 *
 * @param reason why it was rejected, one of a fixed list; null for other outcomes
 */
public record LedgerEntry(String topic, long arrivalMillis, Outcome outcome, String reason) {

    /** The outcome of a record. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        LATE,
        REJECTED
    }

    public static LedgerEntry accepted(RecordOrigin origin) {
        return of(origin, Outcome.ACCEPTED);
    }

    public static LedgerEntry duplicate(RecordOrigin origin) {
        return of(origin, Outcome.DUPLICATE);
    }

    public static LedgerEntry late(RecordOrigin origin) {
        return of(origin, Outcome.LATE);
    }

    public static LedgerEntry rejected(RecordOrigin origin, Rejection rejection) {
        return new LedgerEntry(origin.topic(), origin.timeMillis(), Outcome.REJECTED, rejection.reason());
    }

    private static LedgerEntry of(RecordOrigin origin, Outcome outcome) {
        return new LedgerEntry(origin.topic(), origin.timeMillis(), outcome, null);
    }
}
