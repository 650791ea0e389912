package io.carriageway.accident;

import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.GreatCircle;

/** An observation as the weather of accidents uses it: the station's position, and the weather in whole numbers. */
public record StationObservation(double latitude, double longitude, LocalWeather weather) {

    private static final double MILLI = 1_000;

    /** Converts an observation; its distance is 0 until it is known. */
    public static StationObservation of(WeatherObservation event) {
        return new StationObservation(
                event.getLatitude(),
                event.getLongitude(),
                new LocalWeather(
                        event.getStationId(),
                        event.getObservedAt().toEpochMilli(),
                        0,
                        event.getCondition().name(),
                        milli(event.getTemperatureC()),
                        milli(event.getHumidityPct()),
                        milli(event.getWindSpeedMs()),
                        milli(event.getPrecipitationMmH()),
                        rounded(event.getVisibilityM())));
    }

    public long observedAtMillis() {
        return weather.observedAtMillis();
    }

    /** The weather with the distance from that position. */
    LocalWeather seenFrom(double fromLatitude, double fromLongitude) {
        return weather.at(rounded(GreatCircle.distanceMetres(fromLatitude, fromLongitude, latitude, longitude)));
    }

    private static Integer milli(Double value) {
        return value == null ? null : rounded(value * MILLI);
    }

    private static Integer rounded(Double value) {
        return value == null ? null : Math.toIntExact(Math.round(value));
    }
}
