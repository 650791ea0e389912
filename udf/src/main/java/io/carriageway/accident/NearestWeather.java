package io.carriageway.accident;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Selects the weather of a time and place: the newest observation of the nearest station that observed in time.
 * Stations are known only by their observations, so a station that stopped sending is replaced by the next nearest.
 */
public final class NearestWeather {

    public static final long MAX_AGE_MILLIS = 3_600_000;
    private static final int MAX_DISTANCE_METRES = 25_000;

    private static final Comparator<LocalWeather> NEAREST =
            Comparator.comparingInt(LocalWeather::distanceMetres).thenComparing(LocalWeather::stationId);

    private NearestWeather() {}

    /** The weather; null if no station within the distance observed within the age. */
    public static LocalWeather of(
            long timeMillis, double latitude, double longitude, Collection<StationObservation> observations) {
        Map<String, StationObservation> newest = observations.stream()
                .filter(observation -> isInTime(timeMillis - observation.observedAtMillis()))
                .collect(Collectors.toMap(
                        observation -> observation.weather().stationId(),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(StationObservation::observedAtMillis))));
        return newest.values().stream()
                .map(observation -> observation.seenFrom(latitude, longitude))
                .filter(weather -> weather.distanceMetres() <= MAX_DISTANCE_METRES)
                .min(NEAREST)
                .orElse(null);
    }

    /** Whether an observation of that age is recent enough. */
    public static boolean isInTime(long ageMillis) {
        return ageMillis >= 0 && ageMillis <= MAX_AGE_MILLIS;
    }
}
