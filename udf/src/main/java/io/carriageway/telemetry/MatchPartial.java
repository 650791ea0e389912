package io.carriageway.telemetry;

/** How many reports of a minute found their segment, and why others did not. */
public record MatchPartial(long minuteMillis, long matched, long offRoad, long wrongHeading) {}
