package io.carriageway.conditions;

import io.carriageway.accident.LocalWeather;
import io.carriageway.accident.NearestWeather;
import io.carriageway.accident.StationObservation;
import io.carriageway.geo.Zone;
import java.util.List;

/** What the stations of the city had observed by one moment, of which a zone has that of the nearest. */
record ZoneWeather(long timeMillis, List<StationObservation> observations) {

    /** The weather at the zone's centre; null where no station near enough observed in time. */
    LocalWeather at(Zone zone) {
        return NearestWeather.of(timeMillis, zone.latitude(), zone.longitude(), observations);
    }

    /** How many observations could decide. */
    long count() {
        return observations.stream()
                .mapToLong(StationObservation::observedAtMillis)
                .filter(observedAt -> NearestWeather.isInTime(timeMillis - observedAt))
                .count();
    }
}
