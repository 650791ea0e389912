/** The weather job: aggregates observations to ten minutes by station. */
package io.carriageway.jobs.weather;
