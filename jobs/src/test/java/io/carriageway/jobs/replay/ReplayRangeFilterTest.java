package io.carriageway.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.EventLedger1m;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

class ReplayRangeFilterTest {

    private static final Instant FROM = Instant.parse("2026-07-01T12:20:00Z");
    private static final Replay RANGE = ReplayArguments.replay(Configuration.fromMap(
            Map.of("from", FROM.toString(), "to", FROM.plusSeconds(120).toString())));

    @Test
    void finalRowsOfTheRangePass() {
        assertThat(passed(0, row(-1, true), row(0, true), row(1, false), row(1, true), row(2, true)))
                .containsExactly(row(0, true), row(1, true));
    }

    @Test
    void rowsTakeTheRevisionOfTheRunAndThoseThatCameInStayAsTheyWere() {
        var given = row(0, true);
        var revised = passed(3, given);
        assertThat(revised).extracting(EventLedger1m::getRevision).containsExactly(3);
        assertThat(given.getRevision()).isZero();
    }

    private static List<EventLedger1m> passed(int revision, EventLedger1m... rows) {
        var passed = new ArrayList<EventLedger1m>();
        Collector<EventLedger1m> out = new ListCollector<>(passed);
        for (var row : rows) {
            new ReplayRangeFilter<EventLedger1m>(RANGE, "minute", revision).flatMap(row, out);
        }
        return passed;
    }

    private static EventLedger1m row(long minute, boolean complete) {
        return new EventLedger1m("camera", FROM.plusSeconds(60 * minute), 1L, 1L, 0L, 0L, 0L, "{}", 1L, 0, complete);
    }
}
