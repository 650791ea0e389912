/** The command that creates and upgrades the database without a job. */
package io.carriageway.jobs.migrate;
