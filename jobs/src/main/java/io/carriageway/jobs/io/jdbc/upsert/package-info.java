/** Writes the newest revision of each row into its table, and refused rows into table refused_row. */
package io.carriageway.jobs.io.jdbc.upsert;
