package io.carriageway.jobs.io.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.DeadLetter;
import io.carriageway.row.EventLedger1m;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertTableTest {

    private final UpsertTable<EventLedger1m> table =
            UpsertTable.of("event_ledger_1m", EventLedger1m.getClassSchema(), List.of("topic", "minute"), "minute");

    @Test
    void theGuardsColumnsAreAssignedLastAndTheKeysNever() {
        assertThat(table.sql())
                .startsWith(
                        "INSERT INTO event_ledger_1m (`topic`, `minute`, `received`, `accepted`, `duplicate`, `late`,"
                                + " `rejected`, `rejected_by_reason`, `event_count`, `revision`, `complete`)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .doesNotContain("`topic` = IF")
                .containsSubsequence(
                        "`received` = IF(",
                        "`rejected` = IF(",
                        "`rejected_by_reason` = IF(",
                        "`complete` = IF(",
                        "`event_count` = IF(",
                        "`revision` = IF(");
    }

    @Test
    void aRowGivesWayToOneOfHigherRevisionThenCountThenCompleteness() {
        assertThat(table.gives(row(0, 5, true), row(1, 3, false))).isTrue();
        assertThat(table.gives(row(1, 3, false), row(0, 5, true))).isFalse();
        assertThat(table.gives(row(0, 5, true), row(0, 6, false))).isTrue();
        assertThat(table.gives(row(0, 6, false), row(0, 5, true))).isFalse();
        assertThat(table.gives(row(0, 5, true), row(0, 5, false))).isFalse();
        assertThat(table.gives(row(0, 5, false), row(0, 5, true))).isTrue();
    }

    @Test
    void aRowWithoutTheGuardsFieldsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        UpsertTable.of("dead_letter", DeadLetter.getClassSchema(), List.of("topic"), "arrival_time"))
                .withMessageContaining("event_count");
    }

    private static EventLedger1m row(int revision, long events, boolean complete) {
        return new EventLedger1m("camera", Instant.EPOCH, events, events, 0L, 0L, 0L, "{}", events, revision, complete);
    }
}
