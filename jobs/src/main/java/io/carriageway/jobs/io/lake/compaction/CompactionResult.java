package io.carriageway.jobs.io.lake.compaction;

/**
 * What a compaction did.
 *
 * @param rows of the files that were merged
 */
public record CompactionResult(int filesBefore, int filesAfter, long rows) {}
