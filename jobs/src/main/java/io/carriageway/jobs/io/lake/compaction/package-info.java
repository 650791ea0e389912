/** Merges the small files of an hour. While it replaces them, readers may see rows twice, but never miss one. */
package io.carriageway.jobs.io.lake.compaction;
