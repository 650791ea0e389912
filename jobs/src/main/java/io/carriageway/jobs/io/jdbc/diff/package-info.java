/** Compares the rows that a replay computed with those of the live job. */
package io.carriageway.jobs.io.jdbc.diff;
