package io.carriageway.conditions;

import io.carriageway.accident.StationObservation;

/** One of the things that conditions are made from; the others are null. */
public record CityNews(ZoneTraffic traffic, StationObservation observation, StatusReport report) {

    public static CityNews of(ZoneTraffic traffic) {
        return new CityNews(traffic, null, null);
    }

    public static CityNews of(StationObservation observation) {
        return new CityNews(null, observation, null);
    }

    public static CityNews of(StatusReport report) {
        return new CityNews(null, null, report);
    }

    /** The event time by which it belongs to a window. */
    long timeMillis() {
        if (traffic != null) {
            return traffic.windowStart();
        }
        return observation != null ? observation.observedAtMillis() : report.reportedAtMillis();
    }
}
