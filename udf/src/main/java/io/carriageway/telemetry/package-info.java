/** Reports of vehicles: matched to roads, summed to segment speeds, strung together to journeys. */
package io.carriageway.telemetry;
