/** Writes the newest revision of each row into its table; what a table refuses is kept aside. */
package io.carriageway.jobs.io.jdbc.upsert;
