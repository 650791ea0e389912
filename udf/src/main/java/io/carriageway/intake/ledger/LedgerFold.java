package io.carriageway.intake.ledger;

import io.carriageway.intake.LedgerEntry;
import io.carriageway.window.PreAggregateFunction;
import java.util.HashMap;
import java.util.Map;

/** Counts ledger entries by topic and minute of arrival, before the shuffle. */
public final class LedgerFold
        implements PreAggregateFunction<LedgerEntry, LedgerFold.TopicMinute, LedgerFold.Counts, LedgerPartial> {

    private static final long MINUTE_MILLIS = 60_000;

    record TopicMinute(String topic, long minuteMillis) {}

    /** Records by verdict, and the rejected ones by reason. */
    static final class Counts {
        private long accepted;
        private long duplicate;
        private long late;
        private final Map<String, Long> rejectedByReason = new HashMap<>();

        private void add(LedgerEntry entry) {
            switch (entry.outcome()) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicate++;
                case LATE -> late++;
                case REJECTED -> rejectedByReason.merge(entry.reason(), 1L, Long::sum);
            }
        }

        private Ledger.Tally tally() {
            return Ledger.Tally.of(accepted, duplicate, late, rejectedByReason);
        }
    }

    @Override
    public TopicMinute cell(LedgerEntry entry) {
        return new TopicMinute(entry.topic(), Math.floorDiv(entry.arrivalMillis(), MINUTE_MILLIS) * MINUTE_MILLIS);
    }

    @Override
    public Counts open(TopicMinute cell) {
        return new Counts();
    }

    @Override
    public void add(Counts counts, LedgerEntry entry) {
        counts.add(entry);
    }

    @Override
    public LedgerPartial close(TopicMinute cell, Counts counts) {
        return new LedgerPartial(cell.topic(), cell.minuteMillis(), counts.tally());
    }
}
