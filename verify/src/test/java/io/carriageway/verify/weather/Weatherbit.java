package io.carriageway.verify.weather;

import com.fasterxml.jackson.databind.JsonNode;
import io.carriageway.event.WeatherObservation;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Maps answers of Weatherbit's history API to observations. */
final class Weatherbit {

    private static final double METRES_PER_KILOMETRE = 1_000;

    private Weatherbit() {}

    static List<WeatherObservation> observations(JsonNode answer) {
        return StreamSupport.stream(answer.path("data").spliterator(), false)
                .map(entry -> observation(answer, entry))
                .toList();
    }

    private static WeatherObservation observation(JsonNode site, JsonNode entry) {
        return new WeatherObservation(
                site.path("station_id").asText(),
                Instant.ofEpochSecond(entry.path("ts").asLong()),
                site.path("lat").asDouble(),
                site.path("lon").asDouble(),
                entry.path("temp").asDouble(),
                entry.path("rh").asDouble(),
                entry.path("pres").asDouble(),
                entry.path("wind_spd").asDouble(),
                entry.path("wind_dir").asDouble(),
                entry.path("precip_rate").asDouble(),
                entry.path("vis").asDouble() * METRES_PER_KILOMETRE,
                ConditionCode.condition(entry.at("/weather/code").asInt()),
                entry.at("/weather/description").asText(),
                null);
    }
}
