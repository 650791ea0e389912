/** The range of a replay: the events that it reads, and the rows that it replaces. */
package io.carriageway.jobs.replay;
