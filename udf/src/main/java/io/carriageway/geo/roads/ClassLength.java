package io.carriageway.geo.roads;

/**
 * How much road of a class a network has.
 *
 * @param roadClass value of {@code highway}; null for roads whose class is not known
 * @param streets a street of two directions counts once
 * @param metres length of the streets
 * @param withFreeFlow streets of which a free-flow speed is known
 */
public record ClassLength(String roadClass, long streets, double metres, long withFreeFlow) {}
