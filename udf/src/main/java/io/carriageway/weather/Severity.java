package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import java.util.List;

/**
 * Which of several conditions stands for all: the one that most endangers traffic, by grip and sight. A thunderstorm is
 * above all, for it brings downpour, hail and gusts at once; OTHER, of which nothing is known, gives way to any.
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
