package io.carriageway.jobs.weather;

import io.carriageway.alert.AlertTable;
import io.carriageway.jobs.Aggregate;
import io.carriageway.jobs.EventDataset;
import io.carriageway.jobs.JobSinks;
import io.carriageway.jobs.alert.AlertSinks;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;

/** The pipeline's outputs as the product has them: Kafka, MySQL and the lake. */
final class WeatherSinks {

    private static final Aggregate<Weather10m> WEATHER =
            Aggregate.of("weather_10m", Weather10m.class, "window_start", "station_id", "window_start");

    private WeatherSinks() {}

    static WeatherOutputs of(WeatherConfig config, JobSinks sinks) {
        return new WeatherOutputs(
                sinks::deadLetters,
                rows -> sinks.events(
                        rows, EventDataset.WEATHER.dataset(), WeatherObservationRow::getPartition, "observations"),
                rows -> sinks.aggregate(rows, WEATHER, "weather-10m"),
                sinks::ledger,
                AlertSinks.of(sinks, config.alerts(), AlertTable.WEATHER_10M));
    }
}
