package io.carriageway.geo;

import java.io.Serializable;

/**
 * A zone of the city.
 *
 * @param zoneId H3 cell, 15 hex digits
 * @param latitude of the centre, WGS 84 degrees
 * @param longitude of the centre, WGS 84 degrees
 * @param boundaryWkt polygon, longitude before latitude
 */
public record Zone(String zoneId, double latitude, double longitude, String boundaryWkt) implements Serializable {}
