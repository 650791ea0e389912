package io.carriageway.intake.ledger;

/** The ledger of some records of a topic that arrived in one minute, as it is shuffled. */
public record LedgerPartial(String topic, long minuteMillis, Ledger.Tally tally) {}
