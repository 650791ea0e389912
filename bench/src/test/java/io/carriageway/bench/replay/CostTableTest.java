package io.carriageway.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostTableTest {

    private static final TableSum SPEEDS = new TableSum("segment_speed_1m", 40, 1_000, 7);
    private static final TableSum LEDGER = new TableSum("event_ledger_1m", 2, 1_000, 8);

    private final Trial live = trial(Way.LIVE, 2, List.of(SPEEDS, LEDGER));

    @Test
    void aRowTellsEventsPerCpuSecondOfTheJobAloneAndBesideTheLiveRun() {
        var table = new CostTable(List.of(live, trial(Way.KAFKA_BATCH, 1, List.of(SPEEDS, LEDGER))));

        assertThat(table.lines())
                .contains(
                        "| streaming drain (live) | 4.0 | 2.0 | 0.5 | 0.3 | 250 | 500 | 1.00 | 42 |",
                        "| replay, Kafka, batch | 4.0 | 1.0 | 0.5 | 0.3 | 250 | 1,000 | 2.00 | 42 |");
    }

    @Test
    void equalTablesHaveNoDifferences() {
        assertThat(new CostTable(List.of(live, trial(Way.KAFKA_BATCH, 1, List.of(SPEEDS, LEDGER)))).differences())
                .isEmpty();
    }

    @Test
    void aTableThatAWayDoesNotWriteIsNoDifference() {
        assertThat(new CostTable(List.of(live, trial(Way.LAKE_BATCH, 1, List.of(SPEEDS)))).differences())
                .isEmpty();
    }

    @Test
    void rowsWithAnotherContentAreADifference() {
        var other = new TableSum("segment_speed_1m", 40, 1_000, 9);

        assertThat(new CostTable(List.of(live, trial(Way.LAKE_BATCH, 1, List.of(other)))).differences())
                .containsExactly("segment_speed_1m: replay, lake, batch has 40 rows, 1,000 events, checksum 9,"
                        + " and streaming drain (live) 40 rows, 1,000 events, checksum 7");
    }

    private static Trial trial(Way way, double cpuSeconds, List<TableSum> tables) {
        return new Trial(way, 1_000, 4, new CpuSeconds(cpuSeconds, 0.5, 0.3), tables);
    }
}
