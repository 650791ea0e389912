/** The accident job: turns accident reports into accidents and hourly counts. */
package io.carriageway.jobs.accident;
