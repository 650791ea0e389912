/** Upserts the newest revision of each row, and stores the rows that a table refuses in table refused_row. */
package io.carriageway.jobs.io.jdbc.upsert;
