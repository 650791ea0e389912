/** Defines what a range means: the events that a bounded run reads, and the rows that it writes. */
package io.carriageway.jobs.replay;
