package io.carriageway.jobs.io.lake.compaction;

/**
 * The result of a compaction.
 *
 * @param rows number of rows in the merged files
 */
public record CompactionResult(int filesBefore, int filesAfter, long rows) {}
