/** Publishes the rows of a bounded run: writes them to a staging table, then merges them in one transaction. */
package io.carriageway.jobs.io.jdbc.publish;
