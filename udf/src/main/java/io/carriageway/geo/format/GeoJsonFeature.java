package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A feature of a GeoJSON file.
 *
 * @param number its place in the file, counted from 1
 * @param node all of it but its geometry
 */
public record GeoJsonFeature(int number, JsonNode node, Shape shape) {}
