/** The telemetry job: reports of vehicles become segment speeds, match rates and journeys. */
package io.carriageway.jobs.telemetry;
