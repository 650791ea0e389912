/** The road conditions job: joins cameras, vehicles, weather and accidents into one row per zone and window. */
package io.carriageway.jobs.conditions;
