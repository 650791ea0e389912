/** The weather job: sums observations to ten-minute rows by station. */
package io.carriageway.jobs.weather;
