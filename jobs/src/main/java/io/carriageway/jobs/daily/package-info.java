/**
 * The daily work after the end of a day: compaction, corrections, partition states, retention and unfinished uploads.
 */
package io.carriageway.jobs.daily;
