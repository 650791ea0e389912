package io.carriageway.city;

/**
 * A road camera, as in the reference data.
 *
 * @param headingDegrees its direction, clockwise from north
 * @param pitchDegrees its downward tilt
 * @param carriagewayPolygon the carriageway in its picture: a WKT polygon, x to the right and y down, both from 0 to 1
 */
public record CityCamera(
        String id,
        String name,
        double latitude,
        double longitude,
        double heightMetres,
        double headingDegrees,
        double pitchDegrees,
        double focalLengthPixels,
        String segmentId,
        String carriagewayPolygon) {}
