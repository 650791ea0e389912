package io.carriageway.conditions;

import io.carriageway.accident.StationObservation;

/** One input of the road conditions: exactly one component is not null. */
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

    /** The event time that decides the input's window. */
    long timeMillis() {
        if (traffic != null) {
            return traffic.windowStart();
        }
        return observation != null ? observation.observedAtMillis() : report.reportedAtMillis();
    }
}
