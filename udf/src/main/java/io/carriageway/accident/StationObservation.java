package io.carriageway.accident;

import io.carriageway.event.WeatherObservation;
import io.carriageway.geo.GreatCircle;

/** What the search for an accident's weather keeps of an observation: the weather, in whole numbers, and its place. */
public record StationObservation(double latitude, double longitude, LocalWeather weather) {

    private static final double MILLI = 1_000;

    /** The distance is not known yet, and 0. */
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

    /** The weather with its distance from there. */
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
