package io.carriageway.intake.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.intake.LedgerEntry;
import io.carriageway.intake.LedgerEntry.Outcome;
import io.carriageway.intake.RecordOrigin;
import io.carriageway.intake.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerFoldTest {

    private static final long MINUTE = Instant.parse("2026-07-01T12:00:00Z").toEpochMilli();

    private final LedgerFold fold = new LedgerFold();
    private final Ledger ledger = new Ledger();

    @Test
    void entriesOfAMinuteOfArrivalShareACell() {
        assertThat(fold.cell(entry(MINUTE, Outcome.LATE)))
                .isEqualTo(fold.cell(entry(MINUTE + 59_999, Outcome.ACCEPTED)));
        assertThat(fold.cell(entry(MINUTE, Outcome.LATE)))
                .isNotEqualTo(fold.cell(entry(MINUTE + 60_000, Outcome.LATE)));
    }

    @Test
    void everyOutcomeIsCountedAsItselfAndRejectionsByReason() {
        var origin = new RecordOrigin("weather", 0, 7, MINUTE + 1);
        var entries = List.of(
                LedgerEntry.accepted(origin),
                LedgerEntry.accepted(origin),
                LedgerEntry.accepted(origin),
                LedgerEntry.accepted(origin),
                LedgerEntry.duplicate(origin),
                LedgerEntry.duplicate(origin),
                LedgerEntry.duplicate(origin),
                LedgerEntry.late(origin),
                LedgerEntry.late(origin),
                LedgerEntry.rejected(origin, new Rejection("future", "")),
                LedgerEntry.rejected(origin, new Rejection("corrupt", "")),
                LedgerEntry.rejected(origin, new Rejection("future", "")));
        var cell = fold.cell(entries.get(0));
        var counts = fold.open(cell);
        entries.forEach(entry -> fold.add(counts, entry));

        assertThat(fold.close(cell, counts))
                .isEqualTo(new LedgerPartial(
                        "weather", MINUTE, new Ledger.Tally(4, 3, 2, 3, Map.of("future", 2L, "corrupt", 1L))));
    }

    @Test
    void partialsAddUpWhateverEntriesShareOneAndInAnyOrder() {
        var one = partial(1, 2, 3, Map.of("future", 4L));
        var other = partial(10, 20, 30, Map.of("corrupt", 30L, "future", 10L));

        var sum = ledger.add(ledger.add(ledger.empty(), one), other);
        assertThat(sum).isEqualTo(new Ledger.Tally(11, 22, 33, 44, Map.of("future", 14L, "corrupt", 30L)));
        assertThat(ledger.add(ledger.add(ledger.empty(), other), one)).isEqualTo(sum);
    }

    @Test
    void aRowHasItsReasonsInAlphabeticalOrderAndNoneWhereNothingWasRejected() {
        var some = ledger.add(ledger.empty(), partial(0, 0, 0, Map.of("future", 2L, "corrupt", 1L, "wrong-magic", 3L)));
        assertThat(ledger.row("weather", MINUTE, some, true).getRejectedByReason())
                .isEqualTo("{\"corrupt\":1,\"future\":2,\"wrong-magic\":3}");
        assertThat(ledger.row("weather", MINUTE, ledger.empty(), true).getRejectedByReason())
                .isEqualTo("{}");
    }

    private static LedgerPartial partial(long accepted, long duplicate, long late, Map<String, Long> reasons) {
        return new LedgerPartial("weather", MINUTE, Ledger.Tally.of(accepted, duplicate, late, reasons));
    }

    private static LedgerEntry entry(long arrivalMillis, Outcome outcome) {
        return new LedgerEntry("weather", arrivalMillis, outcome, null);
    }
}
