package io.carriageway.conditions;

import io.carriageway.accident.LocalWeather;
import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.StationObservation;
import io.carriageway.geo.Zone;
import java.util.List;

/** The observations of the city's stations up to one time, of which a zone gets that of the nearest station. */
record ZoneWeather(long timeMillis, List<StationObservation> observations) {

    /** The weather at the zone's centre; null if no station within reach observed in time. */
    LocalWeather at(Zone zone) {
        return NearestWeather.of(timeMillis, zone.latitude(), zone.longitude(), observations);
    }

    /** Number of observations that were considered. */
    long count() {
        return observations.stream()
                .mapToLong(StationObservation::observedAtMillis)
                .filter(observedAt -> NearestWeather.isInTime(timeMillis - observedAt))
                .count();
    }
}
