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

    public static LedgerEntry accepted(Arrival arrival) {
        return of(arrival, Outcome.ACCEPTED);
    }

    public static LedgerEntry duplicate(Arrival arrival) {
        return of(arrival, Outcome.DUPLICATE);
    }

    public static LedgerEntry late(Arrival arrival) {
        return of(arrival, Outcome.LATE);
    }

    public static LedgerEntry rejected(Arrival arrival, Rejection rejection) {
        return new LedgerEntry(arrival.topic(), arrival.timeMillis(), Outcome.REJECTED, rejection.reason());
    }

    private static LedgerEntry of(Arrival arrival, Outcome outcome) {
        return new LedgerEntry(arrival.topic(), arrival.timeMillis(), outcome, null);
    }
}
