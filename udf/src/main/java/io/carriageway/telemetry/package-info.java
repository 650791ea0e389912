/** Reports of vehicles: matched to roads, summed to segment speeds, and joined to journeys. */
package io.carriageway.telemetry;
