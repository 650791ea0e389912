package io.carriageway.verify.weather;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.event.WeatherObservation;
import java.time.Instant;
import java.util.Map;

/** Maps an answer of OpenWeatherMap's current weather API to an observation. */
record OpenWeather(Map<Integer, double[]> positionsByCity) {

    private static final double HOURS_OF_3H = 3;

    /**
     * The observation in an answer. Older answers name no position; then it is the city's, latitude and longitude.
     *
     * @throws IllegalArgumentException says why an answer holds none: an error, nothing, or a forecast
     */
    WeatherObservation observation(JsonNode answer) {
        if (answer.has("list")) {
            throw new IllegalArgumentException("a forecast is no observation");
        }
        if (!answer.has("dt") || !answer.has("main")) {
            throw new IllegalArgumentException("no observation but " + answer);
        }
        int city = answer.path("id").asInt();
        var position = answer.has("coord")
                ? new double[] {
                    answer.at("/coord/lat").asDouble(), answer.at("/coord/lon").asDouble()
                }
                : positionsByCity.get(city);
        var weather = answer.path("weather").path(0);
        return new WeatherObservation(
                "owm-" + city,
                Instant.ofEpochSecond(answer.path("dt").asLong()),
                position[0],
                position[1],
                answer.at("/main/temp").asDouble(),
                answer.at("/main/humidity").asDouble(),
                optional(answer.at("/main/pressure")),
                optional(answer.at("/wind/speed")),
                optional(answer.at("/wind/deg")),
                precipitation(answer),
                optional(answer.path("visibility")),
                ConditionCode.condition(weather.path("id").asInt()),
                weather.path("description").asText(null),
                null);
    }

    /**
     * Rain and snow together, in millimetres per hour; of the last hour if it is given. Not given means not measured.
     */
    private static Double precipitation(JsonNode answer) {
        var rain = perHour(answer.path("rain"));
        var snow = perHour(answer.path("snow"));
        return rain == null ? snow : snow == null ? rain : Double.valueOf(rain + snow);
    }

    private static Double perHour(JsonNode amount) {
        if (amount.has("1h")) {
            return amount.path("1h").asDouble();
        }
        return amount.has("3h") ? Double.valueOf(amount.path("3h").asDouble() / HOURS_OF_3H) : null;
    }

    private static Double optional(JsonNode value) {
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }
}
