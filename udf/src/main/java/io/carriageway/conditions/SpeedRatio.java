package io.carriageway.conditions;

/** A speed sample with the free-flow speed of its segment, both in metres per hour. */
public record SpeedRatio(
        String zoneId, long recordedAtMillis, long vehicleHash, int speedMetresPerHour, int freeFlowMetresPerHour) {}
