package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;

/**
 * What observations add up to. Adding is associative and commutative, so that neither the order of arrival nor the way
 * in which sums are put together leaves a trace.
 *
 * @param temperature thousandths of a degree Celsius
 * @param humidity thousandths of a per cent
 * @param wind millimetres per second
 * @param precipitation micrometres of water per hour
 * @param condition the most severe
 * @param withoutTemperature observations that did not measure the temperature. State of versions in which every one did
 *     has 0 here, and so the right number of observations
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
