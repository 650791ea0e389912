package io.carriageway.accident;

import io.carriageway.event.AccidentReport;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which weather an accident had: the newest observation of the nearest station that observed in time. A station is
 * known by its observations alone, so one that fell silent gives way to the next, and nothing older can decide.
 */
final class NearestWeather {

    static final long MAX_AGE_MILLIS = 3_600_000;
    private static final int MAX_DISTANCE_METRES = 25_000;

    private static final Comparator<LocalWeather> NEAREST =
            Comparator.comparingInt(LocalWeather::distanceMetres).thenComparing(LocalWeather::stationId);

    private NearestWeather() {}

    /** The weather; null where no station within the distance observed within the age. */
    static LocalWeather of(AccidentReport report, Collection<StationObservation> observations) {
        long occurredAt = report.getOccurredAt().toEpochMilli();
        Map<String, StationObservation> newest = observations.stream()
                .filter(observation -> isInTime(occurredAt - observation.observedAtMillis()))
                .collect(Collectors.toMap(
                        observation -> observation.weather().stationId(),
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(StationObservation::observedAtMillis))));
        return newest.values().stream()
                .map(observation -> observation.seenFrom(report.getLatitude(), report.getLongitude()))
                .filter(weather -> weather.distanceMetres() <= MAX_DISTANCE_METRES)
                .min(NEAREST)
                .orElse(null);
    }

    private static boolean isInTime(long ageMillis) {
        return ageMillis >= 0 && ageMillis <= MAX_AGE_MILLIS;
    }
}
