package io.carriageway.jobs.weather;

import io.carriageway.jobs.JobStores;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.jobs.io.jdbc.UpsertTable;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class WeatherSinks {

    private static final UpsertTable<Weather10m> WEATHER = UpsertTable.of(
            "weather_10m", Weather10m.getClassSchema(), List.of("station_id", "window_start"), "window_start");

    private final JobStores stores;

    private WeatherSinks(JobStores stores) {
        this.stores = stores;
    }

    static WeatherOutputs of(WeatherConfig config) {
        var stores = config.stores();
        var sinks = new WeatherSinks(stores);
        return new WeatherOutputs(
                rejected -> stores.deadLetters(rejected, true),
                sinks::observations,
                sinks::weather,
                stores::ledger,
                AlertSinks.of(stores, config.alerts()));
    }

    private void observations(DataStream<WeatherObservationRow> rows) {
        stores.dataset(
                rows, "weather", WeatherObservationRow.class, WeatherObservationRow::getObservedAt, "observations");
    }

    private void weather(DataStream<Weather10m> rows) {
        stores.table(rows, WEATHER, "weather-10m");
        stores.finals(
                rows,
                Weather10m::getComplete,
                "weather_10m",
                Weather10m.class,
                Weather10m::getWindowStart,
                "weather-10m");
    }
}
