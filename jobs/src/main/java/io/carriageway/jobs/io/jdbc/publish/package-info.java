/** Publishes the rows of a bounded run: staged aside, then merged into the table in one transaction. */
package io.carriageway.jobs.io.jdbc.publish;
