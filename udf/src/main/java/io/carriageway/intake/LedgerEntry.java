package io.carriageway.intake;

/** One record's line in the ledger: which topic, when it arrived, what became of it. Given exactly once per record. */
public record LedgerEntry(String topic, long arrivalMillis, Outcome outcome) {

    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        LATE,
        REJECTED
    }

    public static LedgerEntry of(Arrival arrival, Outcome outcome) {
        return new LedgerEntry(arrival.topic(), arrival.timeMillis(), outcome);
    }
}
