/** Compares the rows that a replay computed with those that a table has. */
package io.carriageway.jobs.io.jdbc.diff;
