package io.carriageway.conditions;

/** The speed of a vehicle on a segment whose free-flow speed is known; speeds in metres per hour. */
public record SpeedRatio(
        String zoneId, long recordedAtMillis, long vehicleHash, int speedMetresPerHour, int freeFlowMetresPerHour) {}
