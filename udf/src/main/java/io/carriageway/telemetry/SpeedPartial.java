package io.carriageway.telemetry;

/** The summed speeds of some reports of one segment and minute, as they are shuffled. */
public record SpeedPartial(String segmentId, long minuteMillis, Speeds speeds) {}
