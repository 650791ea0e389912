package io.carriageway.weather;

import io.carriageway.event.WeatherCondition;
import io.carriageway.event.WeatherObservation;
import io.carriageway.row.Weather10m;
import java.time.Instant;
import java.util.List;

/** Observations for tests, and the row that they become. */
final class Observations {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private Observations() {}

    /** An observation with only the fields that every one has. */
    static WeatherObservation observation(Instant at, double temperatureC, double humidityPct) {
        return WeatherObservation.newBuilder()
                .setStationId("st-1")
                .setObservedAt(at)
                .setLatitude(52.5)
                .setLongitude(13.4)
                .setTemperatureC(temperatureC)
                .setHumidityPct(humidityPct)
                .setCondition(WeatherCondition.CLEAR)
                .build();
    }

    /** The final row of these observations of one window. */
    static Weather10m row(List<WeatherObservation> observations) {
        var window = new WeatherWindow();
        var sums = window.empty();
        for (var observation : observations) {
            sums = window.add(sums, observation);
        }
        return window.row("st-1", NOON.toEpochMilli(), sums, true);
    }
}
