package io.carriageway.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.AlertTable;
import io.carriageway.row.SegmentSpeed1m;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentMetricsTest {

    @Test
    void speedsAreThousandthsOfKilometresPerHour() {
        var row = new SegmentMetrics()
                .of(new SegmentSpeed1m("s-1", Instant.EPOCH, 2L, 1L, 62_501L, 41_000L, 21, 22, 41, 2L, 0, false));
        assertThat(row.siteId()).isEqualTo("s-1");
        assertThat(row.complete()).isFalse();
        assertThat(row.milliByMetric())
                .isEqualTo(Map.of(
                        "p15_kmh", 21_000L,
                        "p50_kmh", 22_000L,
                        "p85_kmh", 41_000L,
                        "mean_kmh", 31_251L, // 31.2505
                        "max_kmh", 41_000L,
                        "vehicles", 1_000L,
                        "samples", 2_000L));
        assertThat(row.milliByMetric()).containsOnlyKeys(AlertTable.SEGMENT_SPEED_1M.metrics());
    }
}
