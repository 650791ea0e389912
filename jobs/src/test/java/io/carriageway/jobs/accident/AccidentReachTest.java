package io.carriageway.jobs.accident;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.accident.CountedHour;
import io.carriageway.accident.ReportsRead;
import io.carriageway.jobs.replay.Replay;
import io.carriageway.jobs.replay.Replay.Input;
import io.carriageway.row.Accident1h;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.junit.jupiter.api.Test;

/** Covers a replay from 12:00 to 14:00, with reports within an hour. */
class AccidentReachTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final AccidentReach REACH = AccidentReach.of(
            new Replay(Input.KAFKA, NOON, hour(2), RuntimeExecutionMode.BATCH, false, false, false),
            Duration.ofHours(1),
            Duration.ofHours(3));

    @Test
    void reportsAreReadForTwiceTheirLimitBeforeTheRangeAndForTheLookaheadAfterIt() {
        assertThat(REACH.lookback()).isEqualTo(Duration.ofHours(2));
        assertThat(REACH.reports()).isEqualTo(new ReportsRead(hour(-2), hour(5), Duration.ofHours(1)));
    }

    @Test
    void onlyFinalRowsOfTheRangeAreMissed() {
        assertThat(REACH.isOfRange(counted(hour(1), true))).isTrue();
        assertThat(REACH.isOfRange(counted(hour(1), false))).isFalse();
        assertThat(REACH.isOfRange(counted(hour(2), true))).isFalse();
        assertThat(REACH.isOfRange(counted(hour(-1), true))).isFalse();
    }

    private static CountedHour counted(Instant windowStart, boolean complete) {
        return new CountedHour(row(windowStart, complete), 0, 0);
    }

    private static Accident1h row(Instant windowStart, boolean complete) {
        return new Accident1h("zone-1", windowStart, "SLIGHT", 1L, null, null, 1L, 0, complete);
    }

    private static Instant hour(long hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
