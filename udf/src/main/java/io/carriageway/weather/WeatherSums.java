package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;

/**
 * Sums of observations. Adding is associative and commutative, so neither the order of arrival nor the grouping of
 * partial sums matters.
 *
 * @param temperature thousandths of a degree Celsius
 * @param humidity thousandths of a per cent
 * @param wind millimetres per second
 * @param precipitation micrometres of water per hour
 * @param condition the most severe
 * @param withoutTemperature number of observations without a temperature. State of older versions, which required the
 *     temperature, has 0 here; so the number of observations is right
 */
public record WeatherSums(
        SummaryStats temperature,
        SummaryStats humidity,
        SummaryStats wind,
        WindDirections windDirections,
        SummaryStats precipitation,
        WeatherCondition condition,
        long withoutTemperature) {

    static final WeatherSums NONE = new WeatherSums(
            SummaryStats.NONE,
            SummaryStats.NONE,
            SummaryStats.NONE,
            WindDirections.NONE,
            SummaryStats.NONE,
            Severity.LEAST,
            0);

    static WeatherSums of(WeatherObservation observation) {
        return new WeatherSums(
                SummaryStats.milliOf(observation.getTemperatureC()),
                SummaryStats.milliOf(observation.getHumidityPct()),
                SummaryStats.milliOf(observation.getWindSpeedMs()),
                WindDirections.of(observation.getWindDirectionDeg()),
                SummaryStats.milliOf(observation.getPrecipitationMmH()),
                observation.getCondition(),
                observation.getTemperatureC() == null ? 1 : 0);
    }

    WeatherSums plus(WeatherSums other) {
        return new WeatherSums(
                temperature.plus(other.temperature),
                humidity.plus(other.humidity),
                wind.plus(other.wind),
                windDirections.plus(other.windDirections),
                precipitation.plus(other.precipitation),
                Severity.moreSevere(condition, other.condition),
                withoutTemperature + other.withoutTemperature);
    }

    long observations() {
        return temperature.count() + withoutTemperature;
    }
}
