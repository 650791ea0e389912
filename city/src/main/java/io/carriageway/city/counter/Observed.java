package io.carriageway.city.counter;

import java.util.List;

/**
 * What happened on a line in some time.
 *
 * @param passages of each vehicle whose middle reached the line
 * @param occupiedSeconds for how long a vehicle stood or drove on it; no two ever do at once
 */
public record Observed(List<Passage> passages, double occupiedSeconds) {}
