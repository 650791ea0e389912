/** The traffic-count job: sums the counts of detectors to quarter hours and hours by site and lane. */
package io.carriageway.jobs.count;
