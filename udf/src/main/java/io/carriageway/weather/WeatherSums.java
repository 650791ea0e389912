package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;

/**
 * What observations add up to. Adding is associative and commutative, so that neither the order of arrival nor the way
 * in which sums are put together leaves a trace.
 *
 * @param temperature thousandths of a degree Celsius; its count is that of the observations
 * @param humidity thousandths of a per cent
 * @param wind millimetres per second
 * @param precipitation micrometres of water per hour
 * @param condition the most severe
 */
public record WeatherSums(
        Measured temperature,
        Measured humidity,
        Measured wind,
        WindDirections windDirections,
        Measured precipitation,
        WeatherCondition condition) {

    static final WeatherSums NONE = new WeatherSums(
            Measured.NONE, Measured.NONE, Measured.NONE, WindDirections.NONE, Measured.NONE, Severity.LEAST);

    static WeatherSums of(WeatherObservation observation) {
        return new WeatherSums(
                Measured.milliOf(observation.getTemperatureC()),
                Measured.milliOf(observation.getHumidityPct()),
                Measured.milliOf(observation.getWindSpeedMs()),
                WindDirections.of(observation.getWindDirectionDeg()),
                Measured.milliOf(observation.getPrecipitationMmH()),
                observation.getCondition());
    }

    WeatherSums plus(WeatherSums other) {
        return new WeatherSums(
                temperature.plus(other.temperature),
                humidity.plus(other.humidity),
                wind.plus(other.wind),
                windDirections.plus(other.windDirections),
                precipitation.plus(other.precipitation),
                Severity.moreSevere(condition, other.condition));
    }
}
