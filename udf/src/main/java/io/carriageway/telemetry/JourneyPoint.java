package io.carriageway.telemetry;

/** A report as a point of its vehicle's way; {@code partition} and {@code offset} are those of its record. */
public record JourneyPoint(
        long timeMillis, int partition, long offset, double latitude, double longitude, int speedMetresPerHour) {}
