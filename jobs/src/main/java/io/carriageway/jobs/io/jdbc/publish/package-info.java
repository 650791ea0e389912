/** Publishes the rows of a bounded run: they are staged, then merged into the tables in one transaction. */
package io.carriageway.jobs.io.jdbc.publish;
