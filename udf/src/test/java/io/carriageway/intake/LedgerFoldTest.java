package io.carriageway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.LedgerEntry.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerFoldTest {

    private static final long MINUTE = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();

    private final LedgerFold fold = new LedgerFold();

    @Test
    void entriesOfAMinuteOfArrivalShareACell() {
        assertThat(fold.cell(entry(MINUTE, Outcome.LATE)))
                .isEqualTo(fold.cell(entry(MINUTE + 59_999, Outcome.ACCEPTED)));
        assertThat(fold.cell(entry(MINUTE, Outcome.LATE)))
                .isNotEqualTo(fold.cell(entry(MINUTE + 60_000, Outcome.LATE)));
    }

    @Test
    void everyOutcomeIsCountedAsItself() {
        var entries = List.of(
                Outcome.ACCEPTED,
                Outcome.ACCEPTED,
                Outcome.ACCEPTED,
                Outcome.ACCEPTED,
                Outcome.DUPLICATE,
                Outcome.DUPLICATE,
                Outcome.DUPLICATE,
                Outcome.LATE,
                Outcome.LATE,
                Outcome.REJECTED);
        var cell = fold.cell(entry(MINUTE, Outcome.ACCEPTED));
        var counts = fold.open(cell);
        entries.forEach(outcome -> fold.add(counts, entry(MINUTE + 1, outcome)));

        assertThat(fold.close(cell, counts))
                .isEqualTo(new LedgerPartial("weather", MINUTE, new Ledger.Tally(4, 3, 2, 1)));
    }

    @Test
    void partialsAddUpWhateverEntriesShareOne() {
        var ledger = new Ledger();
        var one = new LedgerPartial("weather", MINUTE, new Ledger.Tally(1, 2, 3, 4));
        var other = new LedgerPartial("weather", MINUTE, new Ledger.Tally(10, 20, 30, 40));

        assertThat(ledger.add(ledger.add(ledger.empty(), one), other)).isEqualTo(new Ledger.Tally(11, 22, 33, 44));
    }

    private static LedgerEntry entry(long arrivalMillis, Outcome outcome) {
        return new LedgerEntry("weather", arrivalMillis, outcome);
    }
}
