package io.carriageway.intake;

import io.carriageway.row.EventLedger1m;
import io.carriageway.window.RowAggregate;
import java.time.Instant;

/** Adds ledger entries up to one row per topic and minute of arrival. */
public final class Ledger implements RowAggregate<String, LedgerEntry, Ledger.Tally, EventLedger1m> {

    /** How many records got which verdict. */
    public record Tally(long accepted, long duplicate, long late, long rejected) {}

    @Override
    public long timeMillis(LedgerEntry entry) {
        return entry.arrivalMillis();
    }

    @Override
    public Tally empty() {
        return new Tally(0, 0, 0, 0);
    }

    @Override
    public Tally add(Tally t, LedgerEntry entry) {
        return switch (entry.outcome()) {
            case ACCEPTED -> new Tally(t.accepted + 1, t.duplicate, t.late, t.rejected);
            case DUPLICATE -> new Tally(t.accepted, t.duplicate + 1, t.late, t.rejected);
            case LATE -> new Tally(t.accepted, t.duplicate, t.late + 1, t.rejected);
            case REJECTED -> new Tally(t.accepted, t.duplicate, t.late, t.rejected + 1);
        };
    }

    @Override
    public EventLedger1m row(String topic, long minuteMillis, Tally t, boolean complete) {
        long received = t.accepted + t.duplicate + t.late + t.rejected;
        return new EventLedger1m(
                topic,
                Instant.ofEpochMilli(minuteMillis),
                received,
                t.accepted,
                t.duplicate,
                t.late,
                t.rejected,
                received,
                0,
                complete);
    }
}
