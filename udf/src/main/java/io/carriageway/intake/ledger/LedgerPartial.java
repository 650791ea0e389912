package io.carriageway.intake.ledger;

/** The counts of some records of a topic that arrived in one minute, as they are shuffled. */
public record LedgerPartial(String topic, long minuteMillis, Ledger.Tally tally) {}
