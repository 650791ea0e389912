package io.carriageway.weather;

import io.carriageway.event.WeatherObservation;
import io.carriageway.row.Weather10m;
import io.carriageway.window.WindowAggregate;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * Adds observations up to one row for each station and window. A quantity that was never measured in the window is
 * NULL.
 */
public final class WeatherWindow implements WindowAggregate<String, WeatherObservation, WeatherSums, Weather10m> {

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
        return new Weather10m(
                stationId,
                Instant.ofEpochMilli(windowStart),
                s.observations(),
                s.temperature().count(),
                s.temperature().sumOrNull(),
                s.temperature().minOrNull(),
                s.temperature().maxOrNull(),
                s.humidity().count(),
                s.humidity().sumOrNull(),
                s.humidity().minOrNull(),
                s.humidity().maxOrNull(),
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
                felt(s, FeltTemperature::humidexMilli),
                felt(s, FeltTemperature::heatIndexMilliC),
                s.observations(),
                0,
                complete);
    }

    /** The formula's value at the mean temperature and the mean humidity; null if either was never measured. */
    private static Integer felt(WeatherSums s, BiFunction<Double, Double, Integer> formula) {
        boolean known = s.temperature().count() > 0 && s.humidity().count() > 0;
        return known ? formula.apply(s.temperature().mean(), s.humidity().mean()) : null;
    }
}
