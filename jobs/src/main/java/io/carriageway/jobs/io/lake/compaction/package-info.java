/** Merges the files of an hour into one, without a moment in which a reader sees a row twice or not at all. */
package io.carriageway.jobs.io.lake.compaction;
