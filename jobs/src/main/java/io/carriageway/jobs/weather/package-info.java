/** The weather job: observations become ten-minute weather by station. */
package io.carriageway.jobs.weather;
