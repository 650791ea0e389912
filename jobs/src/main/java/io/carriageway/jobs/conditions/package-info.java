/** The road conditions job: combines cameras, vehicles, weather and accidents of a zone in one row. */
package io.carriageway.jobs.conditions;
