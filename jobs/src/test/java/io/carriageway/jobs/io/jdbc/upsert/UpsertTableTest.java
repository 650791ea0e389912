package io.carriageway.jobs.io.jdbc.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.carriageway.event.DeadLetter;
import io.carriageway.intake.FieldRules;
import io.carriageway.row.Accident1h;
import io.carriageway.row.EventLedger1m;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void rowsOfDifferentSoundIdsHaveDifferentKeys() {
        var accidents = UpsertTable.<Accident1h>of(
                "accident_1h",
                Accident1h.getClassSchema(),
                List.of("zone_id", "window_start", "severity"),
                "window_start");
        var ids = Stream.of("a", "b", "a b", "a\nb", "a\n1970-01-01T00:00:00Z\na", "a\n1970-01-01T00:00:00Z\nb", "a ")
                .filter(id -> FieldRules.id("zone_id", id, 64).isEmpty())
                .toList();
        var keys = ids.stream()
                .flatMap(zone -> ids.stream().map(severity -> accidents.key(accidentsOf(zone, severity))))
                .toList();
        assertThat(ids).containsExactly("a", "b", "a b");
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static Accident1h accidentsOf(String zone, String severity) {
        return new Accident1h(zone, Instant.EPOCH, severity, 1L, null, null, 1L, 0, true);
    }

    private static EventLedger1m row(int revision, long events, boolean complete) {
        return new EventLedger1m("camera", Instant.EPOCH, events, events, 0L, 0L, 0L, "{}", events, revision, complete);
    }
}
