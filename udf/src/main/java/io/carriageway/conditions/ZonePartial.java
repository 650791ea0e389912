package io.carriageway.conditions;

import io.carriageway.telemetry.Speeds;

/**
 * The contribution of some frames or some speed samples to their zone's window.
 *
 * @param timeMillis a time in that window
 * @param vehicleSum sum of the vehicles in the frames
 * @param freeFlowSumMh sum of the free-flow speeds of the samples' segments, metres per hour
 */
public record ZonePartial(
        String zoneId, long timeMillis, long frames, long vehicleSum, Speeds speeds, long freeFlowSumMh) {}
