package io.carriageway.telemetry;

/** Number of reports of a minute by outcome of map matching. */
public record MatchPartial(long minuteMillis, long matched, long withoutSpeed, long offRoad, long wrongHeading) {}
