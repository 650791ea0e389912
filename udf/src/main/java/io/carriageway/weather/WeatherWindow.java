package io.carriageway.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.row.Weather10m;
import io.carriageway.window.RowAggregate;
import java.time.Instant;

/** Adds observations up to one row per station and window; what was never measured in it is NULL. */
public final class WeatherWindow implements RowAggregate<String, WeatherObservation, WeatherSums, Weather10m> {

    @Override
    public long timeMillis(WeatherObservation observation) {
        return observation.getObservedAt().toEpochMilli();
    }

    @Override
    public WeatherSums empty() {
        return WeatherSums.NONE;
    }

    @Override
    public WeatherSums add(WeatherSums sums, WeatherObservation observation) {
        return sums.plus(WeatherSums.of(observation));
    }

    @Override
    public Weather10m row(String stationId, long windowStart, WeatherSums s, boolean complete) {
        double temperatureC = s.temperature().mean();
        double humidityPct = s.humidity().mean();
        return new Weather10m(
                stationId,
                Instant.ofEpochMilli(windowStart),
                s.temperature().count(),
                s.temperature().sum(),
                s.temperature().min(),
                s.temperature().max(),
                s.humidity().sum(),
                s.humidity().min(),
                s.humidity().max(),
                s.wind().count(),
                s.wind().sumOrNull(),
                s.wind().minOrNull(),
                s.wind().maxOrNull(),
                s.windDirections().count(),
                s.windDirections().fromEastMilliOrNull(),
                s.windDirections().fromNorthMilliOrNull(),
                s.precipitation().count(),
                s.precipitation().sumOrNull(),
                s.precipitation().minOrNull(),
                s.precipitation().maxOrNull(),
                s.condition().name(),
                FeltTemperature.humidexMilli(temperatureC, humidityPct),
                FeltTemperature.heatIndexMilliC(temperatureC, humidityPct),
                s.temperature().count(),
                0,
                complete);
    }
}
