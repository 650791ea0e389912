package io.carriageway.jobs.weather;

import io.carriageway.alert.AlertTable;
import io.carriageway.event.WeatherObservation;
import io.carriageway.jobs.contract.EventTopic;
import io.carriageway.jobs.contract.Table;
import io.carriageway.jobs.definition.JobDefinition;
import io.carriageway.jobs.io.lake.Dataset;
import io.carriageway.row.Weather10m;
import io.carriageway.row.WeatherObservationRow;
import io.carriageway.weather.WeatherRules;

/** Aggregates weather observations. It owns topic {@code weather} with its ledger, dead letters and lake input. */
public final class WeatherJob {

    public static final EventTopic<WeatherObservationRow, WeatherObservation> TOPIC = EventTopic.of(
            "weather",
            "weather observations",
            new WeatherRules(),
            new Dataset<>("weather_observation", WeatherObservationRow.class, "observed_at"));

    static final Table<Weather10m> WEATHER_10M =
            Table.windowed("weather_10m", Weather10m.class, WeatherPipeline.WINDOW, "station_id", "window_start");

    public static final JobDefinition JOB = JobDefinition.named("weather", WeatherJob.class)
            .writes(WEATHER_10M)
            .pipeline(TOPIC, AlertTable.WEATHER_10M, WeatherPipeline::attach);

    private WeatherJob() {}

    public static void main(String[] args) throws Exception {
        JOB.run(args);
    }
}
