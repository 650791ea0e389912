package io.carriageway.conditions;

/**
 * Traffic of a zone in a window, as cameras and vehicles reported it.
 *
 * @param samples speed samples; without any there is no vehicle, no p50Kmh and no freeFlowSumMh
 * @param vehicles different vehicles that sent them
 */
public record ZoneTraffic(
        String zoneId,
        long windowStart,
        long frames,
        long vehicleSum,
        long samples,
        long vehicles,
        int p50Kmh,
        long freeFlowSumMh) {

    /** A zone in which nothing was seen. */
    static ZoneTraffic none(String zoneId, long windowStart) {
        return new ZoneTraffic(zoneId, windowStart, 0, 0, 0, 0, 0, 0);
    }
}
