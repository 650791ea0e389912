package io.carriageway.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.AlertTable;
import io.carriageway.row.CameraTraffic1m;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CameraMetricsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void meansAreRoundedHalfUpToThousandths() {
        var row = new CameraMetrics()
                .of(new CameraTraffic1m("cam-1", NOON, 16L, 1L, 100L, 0L, 2L, 3L, 9, 7_200_080L, "m@0", 16L, 0, true));
        assertThat(row.siteId()).isEqualTo("cam-1");
        assertThat(row.windowStartMillis()).isEqualTo(NOON.toEpochMilli());
        assertThat(row.complete()).isTrue();
        assertThat(row.milliByMetric())
                .isEqualTo(Map.of(
                        "vehicles_per_frame", 6_625L,
                        "bicycles_per_frame", 63L, // 62.5
                        "cars_per_frame", 6_250L,
                        "motorcycles_per_frame", 0L,
                        "buses_per_frame", 125L,
                        "trucks_per_frame", 188L, // 187.5
                        "vehicle_max", 9_000L,
                        "area_occupancy_pct", 45_001L)); // 45.0005
        assertThat(row.milliByMetric()).containsOnlyKeys(AlertTable.CAMERA_TRAFFIC_1M.metrics());
    }
}
