package io.carriageway.geo.format;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A feature of a GeoJSON file.
 *
 * @param number position in the file, counted from 1
 * @param node the feature without its geometry
 */
public record GeoJsonFeature(int number, JsonNode node, Shape shape) {}
