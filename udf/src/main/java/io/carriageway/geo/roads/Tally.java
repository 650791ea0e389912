package io.carriageway.geo.roads;

import java.util.List;

/**
 * How many features something was found of.
 *
 * @param ids the first of them
 */
public record Tally(String what, long count, List<String> ids) {}
