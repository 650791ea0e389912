/** The telemetry job: turns reports of vehicles into segment speeds, match rates and journeys. */
package io.carriageway.jobs.telemetry;
