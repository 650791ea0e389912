package io.carriageway.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.row.RoadConditions5m;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsMetricsTest {

    @Test
    void everyMetricOfTheRulesIsThereInThousandths() {
        var row = row().setFrames(3)
                .setVehicleSum(10L)
                .setSamples(3)
                .setVehicles(2L)
                .setP50Kmh(20)
                .setFreeFlowSumMh(130_000L)
                .setLevelOfService("D")
                .build();
        var metrics = new ConditionsMetrics();
        assertThat(metrics.of(row).milliByMetric())
                .isEqualTo(Map.of(
                        "vehicles_per_frame", 3_333L,
                        "p50_kmh", 20_000L,
                        "speed_ratio_pct", 46_154L,
                        "level_of_service", 4_000L,
                        "active_accidents", 1_000L))
                .containsOnlyKeys(metrics.table().metrics());
    }

    @Test
    void whatIsNullInTheRowIsNotThere() {
        assertThat(new ConditionsMetrics().of(row().build()).milliByMetric().keySet())
                .isEqualTo(Set.of("active_accidents"));
    }

    private static RoadConditions5m.Builder row() {
        return RoadConditions5m.newBuilder()
                .setZoneId("zone-1")
                .setWindowStart(Instant.EPOCH)
                .setFrames(0)
                .setSamples(0)
                .setActiveAccidents(1)
                .setEventCount(1)
                .setRevision(0)
                .setComplete(true);
    }
}
