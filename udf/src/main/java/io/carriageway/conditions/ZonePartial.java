package io.carriageway.conditions;

import io.carriageway.telemetry.Speeds;

/**
 * What some frames or some speed samples add to their zone's window.
 *
 * @param timeMillis in that window
 * @param vehicleSum vehicles in the frames
 * @param freeFlowSumMh free-flow speed of each sample's segment, metres per hour, added up
 */
public record ZonePartial(
        String zoneId, long timeMillis, long frames, long vehicleSum, Speeds speeds, long freeFlowSumMh) {}
