package io.carriageway.intake;

import io.carriageway.intake.LedgerEntry.Outcome;
import io.carriageway.row.EventLedger1m;
import io.carriageway.window.RowAggregate;
import java.time.Instant;

/** Adds partial ledgers up to one row per topic and minute of arrival. */
public final class Ledger implements RowAggregate<String, LedgerPartial, Ledger.Tally, EventLedger1m> {

    /** How many records got which verdict. */
    public record Tally(long accepted, long duplicate, long late, long rejected) {

        static Tally of(long[] countsByOutcome) {
            return new Tally(
                    countsByOutcome[Outcome.ACCEPTED.ordinal()],
                    countsByOutcome[Outcome.DUPLICATE.ordinal()],
                    countsByOutcome[Outcome.LATE.ordinal()],
                    countsByOutcome[Outcome.REJECTED.ordinal()]);
        }

        Tally plus(Tally other) {
            return new Tally(
                    accepted + other.accepted,
                    duplicate + other.duplicate,
                    late + other.late,
                    rejected + other.rejected);
        }
    }

    @Override
    public long timeMillis(LedgerPartial partial) {
        return partial.minuteMillis();
    }

    @Override
    public Tally empty() {
        return new Tally(0, 0, 0, 0);
    }

    @Override
    public Tally add(Tally tally, LedgerPartial partial) {
        return tally.plus(partial.tally());
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
