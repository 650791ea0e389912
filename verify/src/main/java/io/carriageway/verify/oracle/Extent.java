package io.carriageway.verify.oracle;

import java.time.Duration;

/**
 * The size of a trial.
 *
 * @param length of the input in its own time, where it can be chosen
 * @param partitions of each topic; every one has records
 */
public record Extent(Duration length, int partitions) {}
