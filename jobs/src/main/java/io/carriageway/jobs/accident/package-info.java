/** The accident job: accident reports become accidents, their revisions and hourly counts. */
package io.carriageway.jobs.accident;
