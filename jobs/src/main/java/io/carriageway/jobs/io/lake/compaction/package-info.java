/** Merges the files of an hour into one. Readers see each row exactly once at any moment. */
package io.carriageway.jobs.io.lake.compaction;
