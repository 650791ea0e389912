package io.carriageway.telemetry;

/**
 * A report as a point of its vehicle's way; {@code partition} and {@code offset} are those of its record.
 *
 * @param speedMetresPerHour null where the report has none
 */
public record JourneyPoint(
        long timeMillis, int partition, long offset, double latitude, double longitude, Integer speedMetresPerHour) {}
