/** The traffic-count job: counts of detectors become quarter hours and hours by site and lane. */
package io.carriageway.jobs.count;
