package io.carriageway.conditions;

import io.carriageway.accident.StationObservation;

/** One of the things that conditions are made from; the others are null. */
public record ConditionsInput(ZoneTraffic traffic, StationObservation observation, StatusReport report) {

    public static ConditionsInput of(ZoneTraffic traffic) {
        return new ConditionsInput(traffic, null, null);
    }

    public static ConditionsInput of(StationObservation observation) {
        return new ConditionsInput(null, observation, null);
    }

    public static ConditionsInput of(StatusReport report) {
        return new ConditionsInput(null, null, report);
    }

    /** The event time by which it belongs to a window. */
    long timeMillis() {
        if (traffic != null) {
            return traffic.windowStart();
        }
        return observation != null ? observation.observedAtMillis() : report.reportedAtMillis();
    }
}
