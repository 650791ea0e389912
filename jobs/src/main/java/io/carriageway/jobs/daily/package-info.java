/** The work for a day that is over: compaction, corrections, partition states and cleanup after killed runs. */
package io.carriageway.jobs.daily;
