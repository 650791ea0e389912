package io.carriageway.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.alert.AlertTable;
import io.carriageway.row.Weather10m;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeatherMetricsTest {

    @Test
    void whatWasNotMeasuredIsNotThere() {
        assertThat(new WeatherMetrics().of(row(0L, null, null, null, null)).milliByMetric())
                .isEqualTo(Map.of("temperature_c", -2_500L, "humidity_pct", 60_001L));
    }

    @Test
    void eachMeanIsOverItsOwnCount() {
        var metrics =
                new WeatherMetrics().of(row(1L, 4_000L, 4_000, 31_000, 32_000)).milliByMetric();
        assertThat(metrics)
                .isEqualTo(Map.of(
                        "temperature_c", -2_500L, // -2.5005, a half up
                        "humidity_pct", 60_001L, // 60.0005
                        "wind_speed_ms", 4_000L,
                        "wind_max_ms", 4_000L,
                        "precipitation_mm_h", 250L,
                        "humidex", 31_000L,
                        "heat_index_c", 32_000L));
        assertThat(metrics).containsOnlyKeys(AlertTable.WEATHER_10M.metrics());
    }

    private static Weather10m row(long winds, Long windSum, Integer windMax, Integer humidex, Integer heatIndex) {
        return Weather10m.newBuilder()
                .setStationId("st-1")
                .setWindowStart(Instant.EPOCH)
                .setObservations(2L)
                .setTemperatureObservations(2L)
                .setTemperatureMilliCSum(-5_001L)
                .setTemperatureMilliCMin(-3_000)
                .setTemperatureMilliCMax(-2_001)
                .setHumidityObservations(2L)
                .setHumidityMilliPctSum(120_001L)
                .setHumidityMilliPctMin(60_000)
                .setHumidityMilliPctMax(60_001)
                .setWindObservations(winds)
                .setWindMmSSum(windSum)
                .setWindMmSMin(windMax)
                .setWindMmSMax(windMax)
                .setWindDirectionObservations(0L)
                .setPrecipitationObservations(2 * winds)
                .setPrecipitationUmHSum(winds == 0 ? null : 500L)
                .setCondition("CLEAR")
                .setHumidexMilli(humidex)
                .setHeatIndexMilliC(heatIndex)
                .setEventCount(2L)
                .setRevision(0)
                .setComplete(true)
                .build();
    }
}
