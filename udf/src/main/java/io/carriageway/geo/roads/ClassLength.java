package io.carriageway.geo.roads;

/**
 * Number and length of the streets of a class.
 *
 * @param roadClass value of {@code highway}; null if unknown
 * @param streets number of streets; a street with two directions counts once
 * @param metres length of the streets
 * @param withFreeFlow number of streets with a known free-flow speed
 */
public record ClassLength(String roadClass, long streets, double metres, long withFreeFlow) {}
