package io.carriageway.geo.roads;

import java.util.List;

/**
 * Number of features with a finding.
 *
 * @param ids ids of the first features
 */
public record Tally(String what, long count, List<String> ids) {}
