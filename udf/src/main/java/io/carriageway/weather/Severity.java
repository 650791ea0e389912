package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import java.util.List;

/**
 * Orders weather conditions by their danger to traffic, by grip and visibility; the most dangerous represents a window.
 * A thunderstorm is first, because it brings heavy rain, hail and gusts at once. OTHER is last, because nothing is
 * known of it.
 */
final class Severity {

    private static final List<WeatherCondition> RISING = List.of(
            WeatherCondition.OTHER,
            WeatherCondition.CLEAR,
            WeatherCondition.CLOUDS,
            WeatherCondition.DRIZZLE,
            WeatherCondition.RAIN,
            WeatherCondition.FOG,
            WeatherCondition.SNOW,
            WeatherCondition.THUNDERSTORM);

    static final WeatherCondition LEAST = RISING.get(0);

    private Severity() {}

    static WeatherCondition moreSevere(WeatherCondition one, WeatherCondition other) {
        return RISING.indexOf(one) >= RISING.indexOf(other) ? one : other;
    }
}
