package io.carriageway.intake;

/**
 * One record's line in the ledger: which topic, when it arrived, what became of it. Given exactly once per record.
 *
 * @param reason why it was rejected, a word of a fixed list; null for every other outcome
 */
public record LedgerEntry(String topic, long arrivalMillis, Outcome outcome, String reason) {

    /** What becomes of a record. */
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
