package io.carriageway.telemetry;

/** How many reports of a minute are samples of a segment, and why others are not. */
public record MatchPartial(long minuteMillis, long matched, long withoutSpeed, long offRoad, long wrongHeading) {}
