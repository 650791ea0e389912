package io.carriageway.telemetry;

/**
 * A report as a point of its vehicle's journey. {@code partition} and {@code offset} are those of its record.
 *
 * @param speedMetresPerHour null if the report has no speed
 */
public record JourneyPoint(
        long timeMillis, int partition, long offset, double latitude, double longitude, Integer speedMetresPerHour) {}
