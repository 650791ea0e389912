package io.carriageway.verify.weather;

import static org.assertj.core.api.Assertions.assertThat;

import io.carriageway.verify.topic.TopicContract;
import io.carriageway.verify.topic.TopicRun;
import java.util.List;

/** Tests an hour of four stations with every fault. */
class WeatherContractIT extends TopicContract {

    WeatherContractIT() {
        super(Weather.TOPIC);
    }

    @Override
    protected void alsoHolds(TopicRun run) throws Exception {
        assertTheSilentStationHasAGap(run);
        assertThat(run.query("SELECT SUM(humidex_milli IS NULL) > 0, SUM(humidex_milli IS NOT NULL) > 0,"
                        + " SUM(heat_index_milli_c IS NULL) > 0, SUM(heat_index_milli_c IS NOT NULL) > 0,"
                        + " SUM(wind_mm_s_sum IS NULL) > 0, SUM(precipitation_um_h_sum IS NULL) > 0,"
                        + " SUM(temperature_milli_c_sum IS NULL) > 0, SUM(humidity_milli_pct_sum IS NULL) > 0,"
                        + " SUM(temperature_observations < observations) > 0 FROM weather_10m"))
                .as("formulas applied and did not apply; quantities were measured and not measured")
                .containsExactly(List.of("1", "1", "1", "1", "1", "1", "1", "1", "1"));
    }

    private static void assertTheSilentStationHasAGap(TopicRun run) throws Exception {
        assertThat(run.query("SELECT station_id, COUNT(*) FROM weather_10m"
                        + " WHERE window_start BETWEEN '2026-07-01 12:00' AND '2026-07-01 12:59'"
                        + " GROUP BY station_id ORDER BY station_id"))
                .containsExactly(
                        List.of("st-1", "6"),
                        List.of(StationsWithFaults.SILENT, "4"),
                        List.of("st-4", "6"),
                        List.of("st-5", "6"));
    }
}
