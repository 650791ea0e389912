package io.carriageway.city.counter;

import java.util.List;

/**
 * The traffic over a line in some time.
 *
 * @param passages of each vehicle whose middle reached the line
 * @param occupiedSeconds time for which a vehicle was on it; there are never two at once
 */
public record Observed(List<Passage> passages, double occupiedSeconds) {}
