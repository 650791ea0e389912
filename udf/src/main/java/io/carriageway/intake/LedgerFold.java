package io.carriageway.intake;

import io.carriageway.window.LocalFold;

/** Folds ledger entries by topic and minute of arrival. */
public final class LedgerFold implements LocalFold<LedgerEntry, LedgerFold.TopicMinute, long[], LedgerPartial> {

    private static final long MINUTE_MILLIS = 60_000;
    private static final int OUTCOMES = LedgerEntry.Outcome.values().length;

    record TopicMinute(String topic, long minuteMillis) {}

    @Override
    public TopicMinute cell(LedgerEntry entry) {
        return new TopicMinute(entry.topic(), Math.floorDiv(entry.arrivalMillis(), MINUTE_MILLIS) * MINUTE_MILLIS);
    }

    @Override
    public long[] open(TopicMinute cell) {
        return new long[OUTCOMES];
    }

    @Override
    public void add(long[] counts, LedgerEntry entry) {
        counts[entry.outcome().ordinal()]++;
    }

    @Override
    public LedgerPartial close(TopicMinute cell, long[] counts) {
        return new LedgerPartial(cell.topic(), cell.minuteMillis(), Ledger.Tally.of(counts));
    }
}
