package io.carriageway.city;

/**
 * A site with detectors that count, as in the reference data.
 *
 * @param segmentId the segment on which it counts vehicles
 */
public record Counter(String id, String name, double latitude, double longitude, String segmentId) {}
