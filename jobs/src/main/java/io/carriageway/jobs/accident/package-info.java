/** The accident job: turns accident reports into accidents, their revisions and hourly counts. */
package io.carriageway.jobs.accident;
