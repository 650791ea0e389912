package io.carriageway.city;

/**
 * A site at which detectors count, as reference data knows it.
 *
 * @param segmentId the segment whose vehicles it counts
 */
public record Counter(String id, String name, double latitude, double longitude, String segmentId) {}
