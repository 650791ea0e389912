package io.carriageway.geo;

import java.io.Serializable;

/**
 * A zone of the city.
 *
 * @param zoneId H3 cell, 15 hex digits
 * @param latitude latitude of the centre, degrees of WGS 84
 * @param longitude longitude of the centre, degrees of WGS 84
 * @param boundaryWkt polygon, longitude before latitude
 */
public record Zone(String zoneId, double latitude, double longitude, String boundaryWkt) implements Serializable {}
