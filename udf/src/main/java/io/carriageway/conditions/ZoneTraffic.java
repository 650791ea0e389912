package io.carriageway.conditions;

/**
 * Traffic of a zone in a window, as cameras and vehicles reported it.
 *
 * @param samples number of speed samples; if it is 0, the components after it have no meaning
 * @param vehicles number of different vehicles that sent the samples
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

    /** Traffic of a zone without frames and samples. */
    static ZoneTraffic none(String zoneId, long windowStart) {
        return new ZoneTraffic(zoneId, windowStart, 0, 0, 0, 0, 0, 0);
    }
}
