/** What a range means: which events a bounded run reads, and which rows are its own. */
package io.carriageway.jobs.replay;
